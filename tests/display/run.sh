#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh [-w | -l] PROGRAM [ARGUMENT…]: runs a test with a display, a session bus and a home of its own.
# PLX_SCREEN=3840x2160 makes the screen that large.
# -w: with a window manager, if there is one. -l: without a look for leaks. Without Xvfb or dbus-run-session the test is skipped
# (status 77).
manager=
if [ "$1" = -l ]; then
  # GLib keeps the old copy of its table of quarks when that grows, as it does where one process
  # shows every page there is; without full stacks that looks like any other leak.
  shift
  export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"
elif [ "$1" = -w ]; then
  manager=$(command -v metacity || command -v openbox || true)
  shift
  # So the whole program runs, file chooser and all, and what GTK leaks there cannot be told from
  # ours without full stacks; the tests in process look for leaks strictly.
  export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"
fi
for needed in Xvfb dbus-run-session; do
  if ! command -v "$needed" >/dev/null; then
    echo "1..0 # SKIP $needed is missing"
    exit 77
  fi
done

home=$(mktemp -d "${TMPDIR:-/tmp}/plx-display.XXXXXX") || exit 1
server=
trap '[ -z "$server" ] || { kill "$server"; wait "$server"; } 2>/dev/null; rm -rf "$home"' EXIT
trap 'exit 143' TERM INT
mkdir -p -m 700 "$home/run" "$home/config/gtk-4.0"
# Recent files of any age: GTK 4.8 leaks the date it would compare their ages with.
cat >"$home/config/gtk-4.0/settings.ini" <<'INI'
[Settings]
gtk-font-name=Cantarell 11
gtk-enable-animations=false
gtk-cursor-blink=false
gtk-recent-files-max-age=-1
INI
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_CONFIG_HOME="$home/config"
export XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache"
export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable
# Full stacks of every allocation make GTK's layout a hundred times slower. Leaks are found without
# them; to see where one comes from, run the test by hand with fast_unwind_on_malloc=0.
[ -z "$ASAN_OPTIONS" ] || export ASAN_OPTIONS="$ASAN_OPTIONS:fast_unwind_on_malloc=1"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS

Xvfb -displayfd 4 -screen 0 "${PLX_SCREEN:-1280x900}x24" -nolisten tcp -noreset 4>"$home/number" >/dev/null 2>&1 &
server=$!
tries=0
while [ ! -s "$home/number" ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 300 ] || { echo "Xvfb does not start" >&2; exit 1; }
  sleep 0.02
done
DISPLAY=:$(cat "$home/number")
export DISPLAY

# A warning of the manager must not end it, and a window that is mapped before it is there never gets
# the keyboard.
PLX_WINDOW_MANAGER=$manager dbus-run-session -- sh -c '
  if [ -n "$PLX_WINDOW_MANAGER" ]; then
    env -u G_DEBUG "$PLX_WINDOW_MANAGER" >/dev/null 2>&1 &
    tries=0
    while command -v xprop >/dev/null && [ "$tries" -lt 300 ] &&
          ! xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "#"; do
      tries=$((tries + 1))
      sleep 0.02
    done
  fi
  "$@"' sh "$@"
