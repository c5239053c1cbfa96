#!/usr/bin/env bash
# Puts mitchell on the PATH: ./mitchell install [--prefix FOLDER] [--no-man], and ./mitchell uninstall [--prefix FOLDER].
#
# In FOLDER (default: ~/.local) it writes
#   bin/mitchell                                    a link to this checkout's launcher
#   share/man/man1/mitchell*.1                      manual pages, made by Maven the first time
#   share/bash-completion/completions/mitchell      what the shells complete
#   share/zsh/site-functions/_mitchell
#   share/fish/vendor_completions.d/mitchell.fish
#   share/mitchell/installed                        the list of these, by which they are taken away again
# What is there already and was not put there by it stays, and is an error.
set -euo pipefail

here="$(CDPATH="" cd -- "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
launcher="$here/mitchell"

usage() {
  cat <<'TEXT'
Usage: mitchell install [--prefix FOLDER] [--no-man]
       mitchell uninstall [--prefix FOLDER]
Put a link to this checkout on the PATH, with completion for bash, zsh and fish, and manual pages; or take all away.
      --prefix=FOLDER   where bin and share are (default: ~/.local)
      --no-man          leave out the manual pages, which Maven makes (the first time it downloads 50 MB)
TEXT
}

wrong() { # wrong usage
  echo "mitchell: $1" >&2
  echo "Try 'mitchell install --help'" >&2
  exit 2
}

cannot() {
  echo "mitchell: $1" >&2
  exit 1
}

what="$1"
shift
prefix="${HOME:+$HOME/.local}"
man=yes
while [ "$#" -gt 0 ]; do
  case "$1" in
    -h | --help) usage; exit 0 ;;
    --no-man) man="" ;;
    --prefix=?*) prefix="${1#--prefix=}" ;;
    --prefix)
      case "${2:-}" in "" | -*) wrong "--prefix: a folder is expected" ;; esac
      prefix="$2"
      shift
      ;;
    --prefix=) wrong "--prefix: a folder is expected" ;;
    *) wrong "unknown argument '$1'" ;;
  esac
  shift
done
[ -n "$prefix" ] || wrong "there is no home folder: name one in --prefix"

list="share/mitchell/installed"

if [ "$what" = uninstall ]; then
  [ -f "$prefix/$list" ] || cannot "$prefix: nothing was installed here. Name the folder in --prefix"
fi

# Folders that are made for this go again when it is refused.
made=""
above="$prefix"
while [ ! -e "$above" ] && [ ! -L "$above" ]; do
  made="$above"
  above="$(dirname -- "$above")"
done
work=""
installed=""
leave() {
  if [ -n "$work" ]; then rm -rf "$work"; fi
  if [ -n "$made" ] && [ -z "$installed" ]; then find "$made" -depth -type d -exec rmdir -- {} + 2>/dev/null || true; fi
}
trap leave EXIT
mkdir -p -- "$prefix" 2>/dev/null || cannot "$prefix: the folder cannot be made"
if [ -n "$made" ]; then made="$(CDPATH="" cd -- "$made" && pwd)"; fi
prefix="$(CDPATH="" cd -- "$prefix" && pwd)"

listed() { [ -f "$prefix/$list" ] && grep -qxF -- "$1" "$prefix/$list"; }

# Takes away what the list names, and folders that are empty then.
take_away() {
  local name folder
  [ -f "$prefix/$list" ] || return 0
  while IFS= read -r name; do
    rm -f -- "$prefix/$name"
    folder="$(dirname "$name")"
    while [ "$folder" != . ] && rmdir -- "$prefix/$folder" 2>/dev/null; do folder="$(dirname "$folder")"; done
  done < <(cat "$prefix/$list"; echo "$list")
}

if [ "$what" = uninstall ]; then
  take_away
  echo "mitchell: taken away from $prefix"
  exit 0
fi

work="$(mktemp -d)"

# All is made aside first: what fails leaves the prefix as it was.
mkdir -p "$work/share/bash-completion/completions" "$work/share/zsh/site-functions" \
  "$work/share/fish/vendor_completions.d" "$work/share/man/man1" "$work/bin"
ln -s "$launcher" "$work/bin/mitchell"
"$launcher" completion >"$work/share/bash-completion/completions/mitchell"
{
  echo "#compdef mitchell"
  echo "autoload -U +X bashcompinit && bashcompinit"
  cat "$work/share/bash-completion/completions/mitchell"
} >"$work/share/zsh/site-functions/_mitchell"
"$launcher" completion --shell fish >"$work/share/fish/vendor_completions.d/mitchell.fish"

if [ -n "$man" ]; then
  if [ ! -f "$here/target/man/mitchell.1" ] || [ -n "$(find "$here/src/main" -newer "$here/target/man/mitchell.1" -print -quit)" ]; then
    echo "mitchell: making the manual pages (a minute or two; the first time downloads 50 MB) ..." >&2
    if ! (cd "$here" && mvn -q -B -Psite process-classes) >&2; then
      cannot "Maven made no manual pages; its output is above. --no-man goes without"
    fi
  fi
  cp "$here"/target/man/*.1 "$work/share/man/man1/"
fi

names="$(cd "$work" && find . ! -type d | sed 's#^\./##' | LC_ALL=C sort)"
while IFS= read -r name; do
  if { [ -e "$prefix/$name" ] || [ -L "$prefix/$name" ]; } && ! listed "$name"; then
    cannot "$prefix/$name: is there already, and was not put there by this. Move it away, or choose another --prefix"
  fi
done <<<"$names"
take_away
while IFS= read -r name; do
  mkdir -p "$prefix/$(dirname "$name")" || cannot "$prefix/$(dirname "$name"): the folder cannot be made"
  cp -P -- "$work/$name" "$prefix/$name" || cannot "$prefix/$name: cannot be written"
done <<<"$names"
mkdir -p "$prefix/share/mitchell"
printf '%s\n' "$names" >"$prefix/$list"
installed=yes

echo "mitchell: installed in $prefix: the command, completion for bash, zsh and fish${man:+, manual pages}"
case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) echo "$prefix/bin is not on the PATH: add  export PATH=\"$prefix/bin:\$PATH\"  to your shell's start" ;;
esac
echo "It runs this checkout: keep $here. To take it away: mitchell uninstall --prefix $prefix"
