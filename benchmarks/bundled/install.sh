#!/bin/sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
for one in python3.13 python3.12 python3.11 python3; do
    if "$one" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        exec "$one" -X utf8 "$here/install.py" "$@"
    fi
done
cat "$here/no-python.txt" >&2
exit 1
