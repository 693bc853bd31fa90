#!/bin/sh
# No file over 1,000 lines of C and no function over 100, every C file under its licence, no tab in
# C, no unfinished work.
set -eu
cd "$(dirname "$0")/../.."
status=0
for file in $(find analysis data ui app tests -name '*.[ch]'); do
  lines=$(wc -l <"$file")
  if [ "$lines" -gt 1000 ]; then echo "error: $file has $lines lines: split it by concern" >&2; status=1; fi
  if ! head -n 1 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later'; then
    echo "error: $file does not begin with its SPDX line" >&2; status=1
  fi
done
if grep -rnP '\t' --include='*.[ch]' analysis data ui app tests; then
  echo "error: tabs in C files" >&2; status=1
fi
if grep -rnE '\b(TODO|FIXME|XXX)\b' --include='*.[ch]' --include='*.ui' --include='*.py' analysis data ui app tests; then
  echo "error: unfinished work" >&2; status=1
fi
# A function begins and ends with a brace in the first column.
long=$(find analysis data ui app tests -name '*.[ch]' | sort | xargs awk '
  FNR == 1 { start = 0 }
  /^{/ { start = FNR }
  /^}$/ { if (start && FNR - start - 1 > 100)
            print FILENAME ":" start ": a function of " FNR - start - 1 " lines" }
  /^}/ { start = 0 }')
if [ -n "$long" ]; then
  echo "$long" >&2
  echo "error: no function over 100 lines: split it" >&2
  status=1
fi
exit $status
