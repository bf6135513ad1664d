# Sourced by tests/run: a PostgreSQL server of our own for as long as the tests run.
# shellcheck shell=bash

# start_postgres FOLDER: sets POSTGRES to the connection string of an empty server on a free port of loopback that keeps
# everything below FOLDER. 0 when it answers.
start_postgres() {
  local folder=$1 bin port as=()
  bin=$(postgres_binaries)
  if [ -z "$bin" ]; then
    # Debian's package starts a server for the machine unless told otherwise; ours is enough.
    if [ "$(id -u)" -eq 0 ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
      mkdir -p /etc/postgresql-common
      echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
    fi
    need_packages postgresql || return 1
    bin=$(postgres_binaries)
    [ -n "$bin" ] || return 1
  fi

  # The server refuses to run as root.
  if [ "$(id -u)" -eq 0 ]; then
    as=(runuser -u postgres --)
    chown postgres "$folder"
  fi
  (cd "$folder" && "${as[@]}" "$bin/initdb" -A trust -U community --locale=C.UTF-8 -E UTF8 -N -D "$folder/data" >/dev/null) || return 1
  port=$(free_port)
  # Thrown away afterwards, so nothing needs to survive the machine's end.
  (cd "$folder" && exec "${as[@]}" "$bin/postgres" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 -c shared_buffers=256MB -c autovacuum_naptime=10s) \
    >"$folder/log" 2>&1 </dev/null &
  POSTGRES_PID=$! POSTGRES_DATA=$folder/data
  POSTGRES="Host=127.0.0.1;Port=$port;Username=community;Database=postgres"
  local try
  for try in $(seq 100); do
    "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" && return
    kill -0 "$POSTGRES_PID" 2>/dev/null || break
    sleep 0.1
  done
  say "PostgreSQL did not start (try $try):"
  cat "$folder/log" >&2
  return 1
}

stop_postgres() {
  local server
  [ -n "${POSTGRES_PID:-}" ] || return 0
  # Its own number: what started it as another user would keep the signal to itself.
  server=$(head -n 1 "$POSTGRES_DATA/postmaster.pid" 2>/dev/null) || return 0
  kill -INT "$server" 2>/dev/null || true
  wait "$POSTGRES_PID" 2>/dev/null || true
}

# The newest that is installed; 15 is the oldest that will do.
postgres_binaries() {
  local found
  found=$(find /usr/lib/postgresql/*/bin /usr/local/pgsql/bin -name initdb 2>/dev/null | sort -V | tail -n 1)
  [ -z "$found" ] || dirname "$found"
}

# A port that nobody listens on at this moment.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}
