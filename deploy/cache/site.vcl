# What Varnish does in front of the site. start.sh writes the backends before this into one file:
# vcl 4.1; import directors; backend …; sub vcl_init { new web = directors.round_robin(); … }

import purge;
import std;

# A page is kept for a day after its time, to be shown while the site is down. What was purged is
# kept a second less: that tells the two apart (86399s).
sub vcl_backend_response {
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        # A page that can not be renewed stays as it was.
        return (abandon);
    }
    if (beresp.status >= 500 || beresp.http.Set-Cookie
        || beresp.http.Cache-Control ~ "(?i)(private|no-store|no-cache)") {
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
        return (deliver);
    }
    # A file is passed on as it comes: a film is not kept in memory, and keeps its ranges.
    if (bereq.url ~ "^/(media|documents)/") {
        set beresp.do_stream = true;
        if (std.integer(beresp.http.Content-Length, 0) > 5242880) {
            set beresp.uncacheable = true;
            set beresp.ttl = 120s;
            return (deliver);
        }
    }
    if (beresp.http.Cache-Control !~ "(?i)(s-maxage|max-age)") {
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        return (deliver);
    }
    set beresp.grace = 24h;
    set beresp.keep = 1h;
    # All that an address answers, whatever is asked behind it, is found and purged as one.
    if (bereq.http.X-Asked) {
        set beresp.http.Vary = regsub(beresp.http.Vary + ", X-Asked", "^, ", "");
    }
    if (beresp.http.Content-Type ~ "^(text/|application/(json|xml|atom|rss|manifest)|image/svg)") {
        set beresp.do_gzip = true;
    }
    return (deliver);
}

sub vcl_recv {
    set req.backend_hint = web.backend();
    unset req.http.X-Asked;
    if (req.restarts == 0) {
        unset req.http.X-Failed;
        unset req.http.X-Purged;
    }
    set req.hash_always_miss = req.http.X-Purged && !req.http.X-Failed;

    if (req.method == "PURGE") {
        # Only on the port that is never published.
        if (local.socket != "purge") {
            return (synth(405, "Not here"));
        }
        set req.url = regsub(req.url, "\?.*$", "");
        return (hash);
    }
    if (local.socket == "purge") {
        return (synth(405, "Only PURGE"));
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    if (req.url ~ "^/(admin|_util|health|metrics)(/|$)") {
        return (pass);
    }
    # Whoever is signed in sees what others do not.
    if (req.http.Cookie ~ "(^|;\s*)sessionid=") {
        return (pass);
    }
    # Part of a film goes through as it was asked for.
    if (req.http.Range && req.url ~ "^/(media|documents)/") {
        return (pass);
    }
    unset req.http.Cookie;
    unset req.http.Authorization;
    if (req.url ~ "^/static/") {
        set req.url = regsub(req.url, "\?.*$", "");
        return (hash);
    }
    # What campaigns add to addresses changes nothing that is shown.
    set req.url = regsuball(req.url, "([?&])(utm_[a-z_]+|gclid|fbclid|msclkid|mc_[ce]id|dclid|igshid|_ga|_gl)=[^&]*", "\1");
    set req.url = regsuball(req.url, "&+", "&");
    set req.url = regsub(req.url, "\?&", "?");
    set req.url = regsub(req.url, "[?&]+$", "");
    set req.url = std.querysort(req.url);
    if (req.url ~ "\?") {
        set req.http.X-Asked = regsub(req.url, "^[^?]*\?", "");
    } else {
        set req.http.X-Asked = "-";
    }
    # Old pages are shown for a minute while a new one is fetched, and for a day if none can be.
    set req.grace = 24h;
    if (std.healthy(req.backend_hint) && !req.http.X-Failed) {
        set req.grace = 60s;
    }
    return (hash);
}

sub vcl_hash {
    hash_data(regsub(req.url, "\?.*$", ""));
    hash_data(std.tolower(req.http.host));
    if (req.http.X-Forwarded-Proto) {
        hash_data(req.http.X-Forwarded-Proto);
    }
    return (lookup);
}

sub vcl_hit {
    if (req.method == "PURGE") {
        call soften;
    }
    # What was purged is only shown again if there is nothing newer to be had.
    if (obj.ttl <= 0s && obj.grace == 86399s && !req.http.X-Failed
        && std.healthy(req.backend_hint)) {
        set req.http.X-Purged = "1";
        return (restart);
    }
}

sub vcl_miss {
    if (req.method == "PURGE") {
        call soften;
    }
}

sub soften {
    purge.soft(0s, 86399s, 0s);
    return (synth(200, "Purged"));
}

sub vcl_backend_fetch {
    unset bereq.http.X-Failed;
    unset bereq.http.X-Purged;
}

sub vcl_backend_error {
    if (bereq.is_bgfetch) {
        return (abandon);
    }
    set beresp.http.Content-Type = "text/html; charset=utf-8";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Retry-After = "10";
    set beresp.body = {"<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Back in a moment</title><style>body{font:1.125rem/1.5 system-ui;max-width:34em;margin:10vh auto;padding:0 1em;color-scheme:light dark}</style><h1>Back in a moment</h1><p>The site can not answer just now. It is being looked after: please try again in a minute.</p></html>"};
    return (deliver);
}

sub vcl_deliver {
    # A stored page stands in for one that fails.
    if (resp.status >= 500 && !req.http.X-Failed && !req.http.Cookie
        && (req.method == "GET" || req.method == "HEAD")) {
        set req.http.X-Failed = "1";
        return (restart);
    }
    call tell;
}

sub tell {
    set resp.http.X-Cache = "miss";
    if (obj.hits > 0) {
        set resp.http.X-Cache = "hit";
    }
    unset resp.http.Via;
    unset resp.http.X-Varnish;
    if (resp.http.Vary) {
        set resp.http.Vary = regsuball(resp.http.Vary, "(, *)?X-Asked", "");
        if (resp.http.Vary == "") {
            unset resp.http.Vary;
        }
    }
}
