#!/bin/sh
# PostgreSQL, tuned for the memory that it has: the container's limit, else the machine's.
set -eu

memory=$(awk '/MemTotal/ { print int($2 / 1024) }' /proc/meminfo)
for limit in /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes; do
    given=$(cat $limit 2>/dev/null || echo max)
    case $given in
    max | '') ;;
    *) [ ${#given} -gt 15 ] || memory=$((given / 1048576 < memory ? given / 1048576 : memory)) ;;
    esac
done
# The site shares the machine with it, unless the container has a limit of its own.
buffers=$((memory / 8 < 4096 ? memory / 8 : 4096))

exec docker-entrypoint.sh postgres \
    -c shared_buffers="${buffers}MB" \
    -c effective_cache_size="$((memory / 2))MB" \
    -c work_mem="$((memory / 256 > 4 ? memory / 256 : 4))MB" \
    -c maintenance_work_mem="$((memory / 32 > 32 ? memory / 32 : 32))MB" \
    -c random_page_cost=1.1 \
    -c jit=off \
    -c max_connections=100 \
    -c log_min_duration_statement=2000 \
    "$@"
