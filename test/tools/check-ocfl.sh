#!/bin/sh
# Checks every OCFL object below a folder with a validator that others wrote. Usage: OCFL_VALIDATE=<command> check-ocfl.sh ARCHIVE
# ocfl-py does not know layout 0004, so the objects are given to it one by one, not the storage root.
set -u
: "${OCFL_VALIDATE:=ocfl-validate.py}"
command -v "$OCFL_VALIDATE" >/dev/null || { echo "check-ocfl: $OCFL_VALIDATE is absent: pip install ocfl-py" >&2; exit 3; }

failed=0
objects=0
list="$(mktemp)"
find "$1" -name '0=ocfl_object_1.1' >"$list"
while read -r declaration; do
  objects=$((objects + 1))
  "$OCFL_VALIDATE" "$(dirname "$declaration")" | grep -q ' is VALID' || { echo "check-ocfl: $(dirname "$declaration") is not valid" >&2; failed=1; }
done <"$list"
rm -f "$list"
[ "$objects" -gt 0 ] || { echo "check-ocfl: no object below $1" >&2; failed=1; }
exit $failed
