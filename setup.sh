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
    "$uv" sync --project "$root" --locked --inexact --quiet --python "$(command -v python3)" "$@" >&2 ||
    unkink_fail "the environment could not be set up; the lines above say why."
}
