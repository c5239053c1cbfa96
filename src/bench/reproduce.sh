#!/usr/bin/env bash
# Makes the figures of README and docs again, one after another: src/bench/reproduce.sh [--list] [NAME...]
# --list prints what there is, what each needs and which page has it, and runs nothing.
# What each prints goes to target/reproduce/NAME.txt. All of them take hours on two cores. (src/bench/embed.py
# needs sentence-transformers and a model, and is called by hand.)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# name | page | needs | command
figures() {
  cat <<'TABLE'
pages|README.md, first-steps.md|../shared/data|mvn -q -Dtest=ReadmeTest,LessonsTest test
accuracies|docs/results.md|../shared/data|mvn -q -Dtest=SharedSchemesTest test
compare|docs/results.md|../shared/data, numpy; mvn -Pbench package|python3 src/bench/compare.py
maps|docs/maps.md|../shared/data, numpy|python3 src/bench/maps.py
planted|docs/maps.md|numpy, nibabel|python3 src/bench/planted_truth.py
permutations|docs/evaluation.md|../shared/data, numpy|python3 src/bench/permutations.py
ridge|docs/ridge.md|../shared/data, himalaya|python3 src/bench/ridge.py
trials|docs/your-own-study.md|../shared/data, nilearn|python3 src/bench/trials.py
corpus|docs/counting.md|../shared/data|python3 src/bench/corpus.py
corpora|docs/corpora-on-brains.md|../shared/data|python3 src/bench/corpora_on_brains.py
vectors|docs/vectors.md|../shared/data, gcc|python3 src/bench/vectors.py
encoders|docs/spaces.md|torch, transformers, optimum|python3 testdata/encoders/make_exports.py target/reproduce/exports && python3 src/bench/encoders.py target/reproduce/exports
norms|docs/norms.md|../shared/data, scikit-learn|python3 src/bench/norms.py
similarity|docs/similarity.md|../shared/data, rsatoolbox, nibabel|python3 src/bench/similarity.py --subject S1 --data ../shared/data/simulated --features ../shared/data/mitchell2008/verb25_60nouns.csv
scale|docs/scale.md|numpy|python3 src/bench/scale.py
report|docs/report-and-view.md|chromium|python3 src/bench/report.py
view|docs/report-and-view.md|../shared/data, chromium, npm|python3 src/bench/view.py
kills|docs/reliability.md|../shared/data|python3 src/bench/kills.py
platforms|docs/reliability.md|a newer JDK for one of its rows|python3 src/bench/platforms.py
windows|docs/reliability.md|wine; a Java for Windows, see --help|python3 src/bench/windows.py
load|docs/report-and-view.md|../shared/data|./mitchell fit --quiet --subject S1 --data ../shared/data/simulated --features ../shared/data/mitchell2008/verb25_60nouns.csv --out target/reproduce/fit && python3 src/bench/view_load.py target/reproduce/fit
builds|docs/reliability.md|git|src/bench/two_builds.sh
TABLE
}

if [ "${1:-}" = --list ]; then
  figures | while IFS='|' read -r name page needs command; do
    printf '%-14s %-28s needs %s\n%-14s %s\n' "$name" "$page" "$needs" "" "$command"
  done
  exit 0
fi

for asked in "$@"; do
  figures | cut -d'|' -f1 | grep -qxF -- "$asked" || {
    echo "reproduce.sh: got '$asked' where a name of --list is expected" >&2
    exit 2
  }
done

mkdir -p target/reproduce
failed=0
while IFS='|' read -r name page _ command; do
  if [ "$#" -gt 0 ] && ! printf '%s\n' "$@" | grep -qxF -- "$name"; then continue; fi
  echo "$name: $command ($page) ..."
  if ! bash -c "$command" </dev/null >"target/reproduce/$name.txt" 2>&1; then
    echo "$name: failed; see target/reproduce/$name.txt" >&2
    failed=1
  fi
done < <(figures)
exit "$failed"
