#!/bin/sh
# The floors: a folder includes only what lies below it. Linking forbids most of the rest already;
# this reads the includes, so that a header alone cannot reach up either.
set -eu
cd "$(dirname "$0")/../.."
status=0

# forbid FOLDER PATTERN WHY: no file below FOLDER may have an include that matches
forbid () {
  if grep -rnE --include='*.c' --include='*.h' "^ *# *include +[<\"]($2)" "$1"; then
    echo "error: $1 may not include this: $3" >&2
    status=1
  fi
}

forbid analysis '(data|ui|app|gio|gtk|adwaita|sqlite3|libsoup|libxml|json-glib|cairo|pango)[/.]?' \
  'analysis knows GLib and ICU only'
forbid analysis '(stdio\.h|fcntl\.h|unistd\.h|sys/)' 'analysis does no input or output'
forbid data '(ui|app)/|(gtk|adwaita|cairo|pango)' 'data knows analysis, and nothing drawn'
forbid ui '(app/|sqlite3|libxml)' 'ui goes through data for storage'
forbid ui/plot '(gtk|adwaita|data/)' 'charts are drawn without GTK from plain values'
forbid ui/report '(gtk|adwaita)' 'the report is made without a display'
forbid app '(sqlite3|libxml)' 'app goes through data for storage'

# Only the two small classes speak to SQLite.
others=$(grep -rlE '# *include +<sqlite3\.h>' --include='*.c' --include='*.h' analysis data ui app |
         grep -v 'plx-sqlite-' || true)
if [ -n "$others" ]; then
  echo "error: include the plx-sqlite classes instead of sqlite3.h: $others" >&2
  status=1
fi

# Files that a person asks for are whole or not there: one place sees to it.
if grep -rnE 'g_file_(set_contents|replace)' --include='*.c' ui app; then
  echo "error: write files by data/plx-file.h" >&2
  status=1
fi
exit $status
