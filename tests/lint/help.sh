#!/bin/sh
# The help is valid Mallard, every page can be come to, every link leads somewhere, and what is
# installed is what is there.
set -eu
cd "$(dirname "$0")/../.."
pages=docs/help/C
status=0
for check in validate links orphans; do
  # It says what is wrong, or nothing.
  if ! said=$(yelp-check "$check" "$pages"/*.page 2>&1) || [ -n "$said" ]; then
    printf 'error: yelp-check %s:\n%s\n' "$check" "$said" >&2
    status=1
  fi
done
for page in "$pages"/*.page; do
  if ! grep -q "'${page##*/}'" docs/help/meson.build; then
    echo "error: ${page##*/} is not in docs/help/meson.build" >&2
    status=1
  fi
done
exit $status
