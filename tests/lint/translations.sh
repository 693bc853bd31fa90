#!/bin/sh
# Every language of po/LINGUAS is well formed, complete, and has no fuzzy entry.
set -eu
cd "$(dirname "$0")/../.."
template=$(mktemp -d)
trap 'rm -rf "$template"' EXIT
grep -vE '^(#|$)' po/POTFILES.in >"$template/files"
xgettext --from-code=UTF-8 --files-from="$template/files" --output="$template/parallax.pot" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 \
  --keyword=g_dngettext:2,3 --add-comments=Translators 2>"$template/log" || {
    cat "$template/log"; exit 1; }

status=0
for language in $(grep -vE '^(#|$)' po/LINGUAS); do
  msgfmt --check --output-file=/dev/null "po/$language.po" || status=1
  msgmerge --quiet --no-fuzzy-matching --output-file="$template/$language.po" \
    "po/$language.po" "$template/parallax.pot"
  statistics=$(LC_ALL=C msgfmt --statistics --output-file=/dev/null "$template/$language.po" 2>&1)
  case $statistics in
    *fuzzy* | *untranslated*)
      echo "error: po/$language.po is not complete: $statistics" >&2
      msgattrib --untranslated --no-wrap "$template/$language.po" | grep '^msgid' | head -n 40
      status=1 ;;
  esac
done
exit $status
