# shellcheck shell=bash disable=SC2154
# Steps that server/run, tests/run and tests/bench/run share; sourced by them. They set `root` (the checkout) before.
# Every step can be repeated: it does only what is missing.

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# quietly LOG COMMAND...: runs the command with its output in LOG; shows the end of it if the command fails. A signal to
# this script ends the command and all that it started (timeout passes it on to them), and so does half an hour.
quietly() {
  local log=$1 child status=0
  shift
  mkdir -p "$(dirname "$log")"
  timeout --kill-after=5 1800 "$@" >"$log" 2>&1 </dev/null &
  child=$!
  # shellcheck disable=SC2064  # the child of now
  trap "kill $child 2>/dev/null; wait $child 2>/dev/null; exit 130" INT TERM
  wait "$child" || status=$?
  trap - INT TERM
  [ "$status" -eq 0 ] && return 0
  tail -n 40 "$log" >&2
  printf 'Failed (%s): %s\nAll of its output: %s\n' "$status" "$*" "$log" >&2
  return "$status"
}

# missing_packages LIST...: names of the packages in the lists that are neither installed nor there as a command.
missing_packages() {
  local package command rest
  cat "$@" | while read -r package command rest; do
    case "$package" in '' | '#'*) continue ;; esac
    [ -n "$command" ] && command -v "$command" >/dev/null 2>&1 && continue
    [ "$(dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | head -n 1)" = installed ] || printf '%s\n' "$package"
  done
}

# install_packages LIST...: installs what is missing; asks the network nothing when all is there.
install_packages() {
  local missing as_root=()
  missing=$(missing_packages "$@" | tr '\n' ' ')
  [ -z "$missing" ] && return 0
  command -v apt-get >/dev/null 2>&1 || fail "These packages are missing, and this is not Debian: $missing"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || fail "Install these packages as root first: apt-get install $missing"
    as_root=(sudo)
  fi
  say "Installing packages (cài các gói còn thiếu): $missing"
  quietly "$root/build/log/apt-update.log" "${as_root[@]}" apt-get update || say "The package lists could not be renewed: trying with those at hand."
  # shellcheck disable=SC2086  # one word a package
  quietly "$root/build/log/apt-install.log" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends $missing
}

# use_newer_node FOLDER: where the node at hand is too old for the packages (Debian 12 has 18), puts the one that FOLDER/package.json names
# first in the PATH, and lets Debian's npm find its parts from there.
use_newer_node() {
  local name version place
  node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' && return 0
  name=node-linux-$(node -p process.arch)
  version=$(node -p "require('$1/package.json').optionalDependencies['$name']")
  place=$root/build/node/$version
  [ -x "$place/node_modules/$name/bin/node" ] ||
    quietly "$root/build/log/node.log" npm install --prefix "$place" --no-save --no-audit --no-fund "$name@$version" || return
  export PATH="$place/node_modules/$name/bin:$PATH" NODE_PATH=/usr/share/nodejs
}

# install_node_modules FOLDER: what its package-lock.json names, unless that is there already. The project's own node stands among them,
# and npm runs scripts with it; but the npm of Debian 12 leaves its link out.
install_node_modules() {
  local folder=$1 stamp=$1/node_modules/.installed-lock node
  use_newer_node "$root/web-client" || return
  cmp -s "$folder/package-lock.json" "$stamp" && return 0
  quietly "$root/build/log/npm-ci.log" env -C "$folder" npm ci --no-audit --no-fund || return
  for node in "$folder"/node_modules/node-linux-*/bin/node; do
    [ -x "$node" ] && ln -sfn "$node" "$folder/node_modules/.bin/node"
  done
  cp "$folder/package-lock.json" "$stamp"
}

# Nothing of what web-client/dist is made from is newer than it.
web_client_is_built() {
  local page=$root/web-client/dist/index.html
  [ -f "$page" ] || return 1
  [ -z "$(find "$root/web-client" "$root/api/openapi.yaml" "$root/api/asyncapi.yaml" \( -name node_modules -o -name dist -o -name schema.d.ts \) -prune -o \
    -newer "$page" ! -path "$root/web-client" -print -quit)" ]
}

build_web_client() {
  web_client_is_built && return 0
  install_node_modules "$root/web-client" || return
  quietly "$root/build/log/web-client.log" env -C "$root/web-client" npm run build
}
