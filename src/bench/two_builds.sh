#!/usr/bin/env bash
# Builds the last commit twice, in two folders of different length, and compares the SHA-256 of the jars. Takes a few minutes.
set -euo pipefail
here="$(git -C "$(dirname "${BASH_SOURCE[0]}")" rev-parse --show-toplevel)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
for copy in a "another folder with a longer name"; do
  git clone -q "$here" "$work/$copy" # both before the builds: a commit that comes meanwhile is in neither
done
for copy in a "another folder with a longer name"; do
  (cd "$work/$copy" && mvn -q -B -DskipTests package)
done
status=0
for jar in mitchell.jar mitchell-classes.jar mitchell-classes-library.jar; do
  one="$(sha256sum <"$work/a/target/$jar")"
  two="$(sha256sum <"$work/another folder with a longer name/target/$jar")"
  echo "$jar ${one%% *}"
  if [ "$one" != "$two" ]; then
    echo "$jar ${two%% *}: other bytes in another folder" >&2
    status=1
  fi
done
exit "$status"
