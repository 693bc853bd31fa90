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

# The rooms of a floor have an order too.
forbid analysis/text 'analysis/(lexicon|names|voices|reading|claims|summary)/' \
  'text is what all others build on'
forbid analysis/lexicon 'analysis/(names|voices|reading|claims|summary)/' \
  'the lexicon knows text only'
forbid analysis/names 'analysis/(voices|reading|claims|summary)/' 'names are found in any text'
forbid analysis/voices 'analysis/(reading|claims|summary)/' 'voices are found in any text'
forbid analysis/reading 'analysis/(claims|summary)/' 'one article is read without the others'
forbid analysis/summary 'analysis/(claims|names|voices)/' 'a summary is of readings'
forbid analysis/claims 'analysis/(summary|voices)/' 'claims are of sentences and readings'
forbid data/import 'data/corpus/' 'an importer makes articles, and does not know who keeps them'
forbid ui/plot 'ui/(report|session|widgets|sources|evidence|reader|compare|words|window)/' \
  'charts know plain values only'
forbid ui/report 'ui/(session|widgets|sources|evidence|reader|compare|words|window)/' \
  'the report is made without a window'
forbid ui/session 'ui/(widgets|sources|evidence|reader|compare|words|window)/' \
  'the session does not know who shows it'
forbid ui/widgets 'ui/(report|sources|evidence|reader|compare|words|window)/' \
  'widgets do not know the pages they are on'
forbid ui/evidence 'ui/(sources|reader|compare|words|window)/' 'the evidence is part of other pages'
forbid ui/reader 'ui/(sources|compare|words|window)/' 'the reader is part of other pages'
for page in sources compare words; do
  for other in sources compare words window; do
    [ $page = $other ] || forbid ui/$page "ui/$other/" 'pages know neither each other nor the window'
  done
done

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
