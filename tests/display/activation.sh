#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# An installed copy is started by the session bus, as a desktop does it: by its name, with an
# action, with a file. PLX_BUILD_DIR is installed below the home of the test.
set -eu
id=io.github.parallax_app.Parallax
for needed in meson xdotool gapplication; do
  command -v "$needed" >/dev/null || { echo "skipped: $needed is missing"; exit 77; }
done

# wait_for WHAT COMMAND…: polls for up to 20 seconds
wait_for () {
  what=$1; shift
  tries=0
  until "$@" >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" -gt 400 ]; then echo "error: $what" >&2; exit 1; fi
    sleep 0.05
  done
}

meson install -C "$PLX_BUILD_DIR" --no-rebuild --destdir "$HOME/image" >/dev/null
service=$(find "$HOME/image" -path "*/dbus-1/services/$id.service")
[ -n "$service" ] || { echo "error: no service file is installed" >&2; exit 1; }
program=$(sed -n 's/^Exec=\([^ ]*\).*/\1/p' "$service")
[ -x "$HOME/image$program" ] || { echo "error: $program is not installed" >&2; exit 1; }
PATH=${HOME}/image${program%/*}:$PATH
export PATH
mkdir -p "$XDG_DATA_HOME/dbus-1/services" "$XDG_DATA_HOME/applications"
find "$HOME/image" -name "$id.desktop" -exec cp {} "$XDG_DATA_HOME/applications/" ';'
sed "s|^Exec=|Exec=$HOME/image|" "$service" >"$XDG_DATA_HOME/dbus-1/services/$id.service"
gdbus call --session -d org.freedesktop.DBus -o /org/freedesktop/DBus \
  -m org.freedesktop.DBus.ReloadConfig >/dev/null

gapplication launch "$id"
wait_for "no window after launching" xdotool search --onlyvisible --name '^Parallax$'
gapplication action "$id" sample
wait_for "no sample" xdotool search --onlyvisible --name '^Unsaved Corpus'

"$PLX_CLI" new "$HOME/story.parallax" >/dev/null
"$PLX_CLI" add "$HOME/story.parallax" "$PLX_SOURCE_DIR"/data/samples/*.txt >/dev/null
gapplication launch "$id" "$HOME/story.parallax"
wait_for "the file does not open" xdotool search --onlyvisible --name '^story – Parallax$'

# One program shows it all.
[ "$(gdbus call --session -d org.freedesktop.DBus -o /org/freedesktop/DBus \
      -m org.freedesktop.DBus.GetConnectionUnixProcessID "$id" | grep -c uint32)" -eq 1 ]
