#!/bin/sh
# po/POTFILES.in names exactly the files that hold translatable strings.
set -eu
cd "$(dirname "$0")/../.."
listed=$(mktemp) found=$(mktemp)
trap 'rm -f "$listed" "$found"' EXIT

grep -vE '^(#|$)' po/POTFILES.in | LC_ALL=C sort >"$listed"
{
  grep -rlE '\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\("' --include='*.c' --include='*.h' \
    analysis data ui app
  grep -rl 'translatable="yes"' --include='*.ui' ui app || true
  find data/desktop -name '*.desktop.in*' -o -name '*.metainfo.xml.in*' -o -name '*.gschema.xml'
} | LC_ALL=C sort -u >"$found"

if ! diff -u --label po/POTFILES.in --label 'files with translatable strings' "$listed" "$found"; then
  echo "error: bring po/POTFILES.in in line with the tree" >&2
  exit 1
fi
