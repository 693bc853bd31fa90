#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# pictures.sh [--articles N | --corpus FILE] [--pages NAME,…] DIRECTORY [VARIANT…]: builds what is needed, and takes
# pictures of every page in light, dark, high contrast, narrow, wide, German, long texts, right to left
# and large text (pages.c names them all), as DIRECTORY/PAGE.VARIANT.png. Says what a program can see
# to be amiss with them; the rest is for a person's eyes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${PLX_BUILD_DIR:-$here/../../build}
ninja -C "$build" tests/pictures po/de/LC_MESSAGES/parallax.mo data/desktop/gschemas.compiled
GSETTINGS_BACKEND=memory GSETTINGS_SCHEMA_DIR="$build/data/desktop" LC_ALL=C.UTF-8 PLX_SCREEN=3840x2160
export GSETTINGS_BACKEND GSETTINGS_SCHEMA_DIR LC_ALL PLX_SCREEN
exec "$here/run.sh" /usr/bin/python3 "$here/../support/in-languages.py" \
  "$build/po/de/LC_MESSAGES/parallax.mo" "$build/tests/pictures" "$@"
