# Sourced by src/run, tests/run and .ci/run: what the machine must have. As root what is missing is installed;
# otherwise it is named, with the one command that mends it.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

# NuGet and dotnet keep their caches below HOME and refuse to start without one.
if [ -z "${HOME:-}" ]; then
  HOME=$(mktemp -d)
  export HOME
fi
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

need_dotnet() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    say 'The .NET 10 SDK is missing. This installs it for you alone:'
    say '  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0'
    exit 1
  fi
}

# Without ICU no culture but the invariant one exists, and Japanese would sort and format as English.
need_icu() {
  local libraries
  libraries=$(ldconfig -p 2>/dev/null || true)
  if grep -q 'libicuuc\.so' <<<"$libraries" || ! command -v apt-get >/dev/null; then
    return
  fi
  install_packages "$(apt-cache pkgnames libicu | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1 | grep . || echo libicu-dev)"
}

# need_packages NAME…: 0 when all of them are there at the end.
need_packages() {
  local missing=() name
  command -v dpkg-query >/dev/null || return 1
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}"
}

install_packages() {
  if [ "$(id -u)" -ne 0 ]; then
    say "Missing: $*. This mends it:"
    say "  sudo apt-get install -y --no-install-recommends $*"
    return 1
  fi
  say "Installing $*"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null
}

# need_node: 0 when node and npm can be called at the end. By command and not by package: many an installation brings both in one.
need_node() {
  local missing=()
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  [ "${#missing[@]}" -eq 0 ] || need_packages "${missing[@]}"
}

# need_node_modules FOLDER: what its lock file names is installed, no more and no less; nothing is done where that is so.
need_node_modules() {
  [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] && return
  say "Installing $1"
  # Where the machine trusts a certificate of its own, npm has to be told.
  local trusted=/etc/ssl/certs/ca-certificates.crt
  [ -n "${NODE_EXTRA_CA_CERTS:-}" ] || [ ! -f "$trusted" ] || export NODE_EXTRA_CA_CERTS=$trusted
  npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel error
}

# build_quietly PROJECT CONFIGURATION: speaks only where it fails.
build_quietly() {
  local said
  if ! said=$(dotnet build "$1" -c "$2" -v quiet --nologo "-clp:ErrorsOnly;NoSummary" 2>&1); then
    say "$said"
    return 1
  fi
}
