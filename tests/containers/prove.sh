#!/usr/bin/env bash
# Prove the container set with a real engine: built from nothing, started, read, edited, broken,
# healed. Needs Docker with the base images of Dockerfile and compose.yaml. Leaves nothing behind.
#   tests/containers/prove.sh [PORT]
set -euo pipefail
cd "$(dirname "$0")/../.."
sh deploy/environment.sh dev
python=$PWD/.venv/bin/python

port=${1:-8090}
folder=$(mktemp -d)
export COMPOSE_PROJECT_NAME=prove-$port LISTEN=127.0.0.1:$port SITE_IMAGE=prove-$port SITE_URL=http://localhost:$port
site=$SITE_URL
git archive HEAD | tar -x -C "$folder"
cd "$folder"

clean() {
    docker compose down --volumes --remove-orphans >/dev/null 2>&1 || true
    docker image rm -f "$SITE_IMAGE" >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap clean EXIT

say() { printf '· %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; docker compose ps -a >&2; docker compose logs --tail 20 >&2; exit 1; }
now() { date +%s.%N; }
since() { awk -v from="$1" -v to="$(now)" 'BEGIN { printf "%.1f", to - from }'; }
status() { curl -s -o /dev/null -m 10 -w '%{http_code}' "$site$1" || true; }
manage() { docker compose exec -T web python manage.py "$@"; }

# await SECONDS WHAT COMMAND…: try it until it holds, say how long that took.
await() {
    local most=$1 what=$2 from
    shift 2
    from=$(now)
    until "$@"; do
        awk -v took="$(since "$from")" -v most="$most" 'BEGIN { exit took > most }' ||
            fail "$what: not within $most s"
        sleep 0.1
    done
    say "$what: $(since "$from") s"
}
says() { [ "$(curl -s -m 10 "$site$1" | grep -c "$2")" != 0 ]; }
answers() { [ "$(status "$1")" = 200 ]; }
healthy() { [ -z "$(docker compose ps --format '{{.Service}} {{.Health}}' | grep -v ' healthy$')" ]; }

say "building and starting from nothing"
sh deploy/env.sh >/dev/null
from=$(now)
docker compose build --no-cache web >/dev/null 2>&1 || fail "the image was not built"
say "built: $(since "$from") s, $(docker image inspect -f '{{.Size}}' "$SITE_IMAGE" | awk '{ printf "%.0f MB", $1 / 1e6 }')"

docker compose up -d --wait db >/dev/null 2>&1 || fail "the database did not start"
docker compose run --rm -T release >first.txt 2>&1 &
docker compose run --rm -T release >second.txt 2>&1 || fail "the second release"
wait $! || fail "the first release"
[ "$(cat first.txt second.txt | grep -c 'Bringing the database up to date')" = 1 ] ||
    fail "two releases at once: $(cat first.txt second.txt)"
say "two releases at once: one migrated, the other found it done"

docker compose up -d --wait >/dev/null 2>&1 || fail "not all is healthy"
say "all healthy, from nothing: $(since "$from") s"
manage demo >/dev/null
manage update_index >/dev/null

post=/blog/$(curl -s "$site/blog/" | grep -o 'href="/blog/[a-z0-9-]*/"' | grep -v feed | head -1 | cut -d/ -f3)/
for address in / /blog/ "$post" /people/ /search/?q=leadership; do
    answers "$address" || fail "$address answers $(status "$address")"
    curl -sI "$site$address" | grep -qi 'x-cache: hit' || fail "$address is not cached"
    ! curl -sI "$site$address" | grep -qi '^set-cookie' || fail "$address sets a cookie"
done
say "pages come through the cache, without cookies"
[ "$(curl -s -o /dev/null -w '%{http_code}' -X PURGE "$site/")" = 405 ] || fail "anybody may purge"

say "an editor signs in and publishes, as a browser does"
password=$(head -c 24 /dev/urandom | base64)
docker compose exec -T -e PASSWORD="$password" web python manage.py shell -v0 -c "
import os
from django.contrib.auth import get_user_model
get_user_model().objects.create_superuser('prover', password=os.environ['PASSWORD'])"
number=$(manage shell -v0 -c "
from blog.models import BlogPage
print(BlogPage.objects.get(slug='$(basename "$post")').pk)")
"$python" -m tests.containers.publish "$site" "$number" "The zebracrossing" prover "$password" ||
    fail "the editor could not publish"
await 2 "the post is new to visitors" says "$post" zebracrossing
await 2 "so is the list" says /blog/ zebracrossing
await 5 "and the search" says '/search/?q=zebracrossing' '[0-9] results* for'

docker compose down >/dev/null 2>&1
docker compose up -d --wait >/dev/null 2>&1 || fail "not healthy after down and up"
says "$post" zebracrossing || fail "the post was lost by down and up"
say "data survives down and up"

for address in / /blog/ "$post"; do status "$address" >/dev/null; done
for service in web worker db cache; do
    kill -9 "$(docker inspect -f '{{.State.Pid}}' "$(docker compose ps -q $service)")"
    if [ $service != cache ]; then
        for _ in $(seq 30); do
            [ "$(status "$post")" = 200 ] || fail "$service killed: a cached page answers $(status "$post")"
            sleep 0.1
        done
    else
        await 10 "cache killed: connections again" answers "$post"
    fi
    await 30 "$service killed: a page that was not cached" answers "/blog/?page=2&again=$service"
    await 30 "$service killed: all healthy" healthy
done

docker compose up -d --wait --scale web=2 --no-recreate >/dev/null 2>&1 || fail "a second copy of web"
knows_both() { [ "$(docker compose exec -T cache varnishadm -n /tmp/varnish backend.list | grep -c 'web_[01] .*healthy')" = 2 ]; }
await 15 "the cache finds a second copy of web" knows_both
echo "All proved."
