#!/bin/sh
# Desktop file, metainfo, settings schema and window templates are valid.
set -eu
cd "$(dirname "$0")/../.."
id=io.github.parallax_app.Parallax
built=build/data/desktop

desktop-file-validate "$built/$id.desktop"
appstreamcli validate --no-net --explain "$built/$id.metainfo.xml"
glib-compile-schemas --strict --dry-run data/desktop
xmllint --noout "data/desktop/$id.xml"

# xmllint says "FILE validates" for each good one; anything else is an error.
problems=$(find ui app -name '*.ui' -exec \
  xmllint --noout --relaxng /usr/share/gtk-4.0/gtk4builder.rng {} + 2>&1 | grep -v ' validates$' || true)
if [ -n "$problems" ]; then
  printf '%s\n' "$problems" >&2
  exit 1
fi
