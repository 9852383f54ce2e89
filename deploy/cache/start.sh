#!/bin/sh
# Varnish, and beside it a loop that tells it where the copies of `web` are: names are looked up
# every second, so that copies that come, go or are made anew are found (decision 0013).
set -eu

web=${WEB:-web}
port=${WEB_PORT:-8000}
folder=/tmp/cache
mkdir -p $folder

addresses() { getent ahostsv4 "$web" | awk '{ print $1 }' | sort -u; }

# write ADDRESSES: the backends and the rules as one file. Without any, one that never answers.
write() {
    {
        echo 'vcl 4.1;'
        echo 'import directors;'
        echo 'probe ready { .url = "/health/ready/"; .interval = 2s; .timeout = 2s; .window = 3; .threshold = 2; .initial = 2; }'
        number=0
        for address in ${1:-127.0.0.254}; do
            echo "backend web_$number { .host = \"$address\"; .port = \"$port\"; .probe = ready;" \
                '.connect_timeout = 1s; .first_byte_timeout = 60s; .between_bytes_timeout = 60s; }'
            number=$((number + 1))
        done
        echo 'sub vcl_init {'
        echo '    new web = directors.round_robin();'
        for at in $(seq 0 $((number - 1))); do echo "    web.add_backend(web_$at);"; done
        echo '}'
        cat /etc/varnish/site.vcl
    } >$folder/now.vcl
}

follow() {
    known=$1 number=0
    while sleep 1; do
        found=$(addresses || true)
        [ -n "$found" ] && [ "$found" != "$known" ] || continue
        write "$found"
        number=$((number + 1))
        if varnishadm -n /tmp/varnish vcl.load "web$number" $folder/now.vcl >/dev/null &&
            varnishadm -n /tmp/varnish vcl.use "web$number" >/dev/null; then
            known=$found
            echo "cache: the site answers at" $found
            # Those of before end with the last request that uses them.
            varnishadm -n /tmp/varnish vcl.list | awk -v now="web$number" '$1 == "available" && $NF != now { print $NF }' |
                while read -r old; do varnishadm -n /tmp/varnish vcl.discard "$old" >/dev/null 2>&1 || true; done
        fi
    done
}

first=$(addresses || true)
write "$first"
follow "$first" &
exec varnishd -F -f $folder/now.vcl \
    -a site=:80,HTTP -a purge=:8081,HTTP \
    -s "default=malloc,${CACHE_SIZE:-256M}" -n /tmp/varnish \
    -p http_req_hdr_len=16k -p http_req_size=64k -p workspace_client=128k -p workspace_backend=128k
