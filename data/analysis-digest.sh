#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# analysis-digest.sh FOLDER: a header with a digest over the code that reads articles. Readings kept
# by other code than this are not taken for its own. What compares and sums up readings, claims and
# summary, has no part in them.
set -eu
cd "$1"
digest=$(find . -name "*.[ch]" ! -path "./claims/*" ! -path "./summary/*" | LC_ALL=C sort | xargs cat | sha256sum | cut -c 1-16)
printf '/* Made by data/analysis-digest.sh */\n#define PLX_ANALYSIS_DIGEST "%s"\n' "$digest"
