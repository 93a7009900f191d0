#!/usr/bin/env bash
# Processor seconds (user + system) of the certificates beside the reference tools, in one run.
#
#   benchmarks/entropy-beside-references.sh [--long]
#
# --long adds what takes the reference tools minutes: IID permutations, 100 sequences of the slow
# ones. Reference tools are optional, built by the user and named by the environment:
#   STS       arcetri/sts, the program sts
#   FAST_STS  sysox/NIST-STS-optimised, the program assess, started in a folder of its own with
#             templates/template9 and experiments/AlgorithmTesting/<test> in it
#   EA        usnistgov/SP800-90B_EntropyAssessment, the folder with ea_non_iid and ea_iid
set -euo pipefail

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
long=${1:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SPINDRIFT=$root/spindrift

# Runs a command, prints its processor seconds beside a label; its output goes to a file.
seconds() {
  local label=$1 status=0
  shift
  local TIMEFORMAT='%U %S'
  { time "$@" >"$work/out" 2>"$work/err" </dev/null || status=$?; } 2>"$work/time"
  awk -v label="$label" -v status="$status" \
    '{ printf "%-58s %8.2f s   status %d\n", label, $1 + $2, status }' "$work/time"
}

heading() { printf '\n%s\n' "$*"; }

sed -n 's/^model name[^:]*: */machine: /p' /proc/cpuinfo | head -n 1
"$SPINDRIFT" --version

"$SPINDRIFT" entropy generate --source keyed --bits 100M --out "$work/bits.bin" --quiet >"$work/out"
head -c 1000000 "$work/bits.bin" >"$work/symbols.bin"
"$SPINDRIFT" entropy generate --source keyed --bits 1M --format bytes --out "$work/ones.bin" --quiet \
  >"$work/out"
test=("$SPINDRIFT" entropy test "$work/bits.bin" --suite sp800-22 --length 1000000 --threads 1 --json)
assess=("$SPINDRIFT" entropy assess --format bytes --threads 1 --json)

heading "SP 800-22, all tests, sequences of 1 Mbit"
head -c 125000 "$work/bits.bin" >"$work/one.bin"
seconds "Spindrift, 1, a file of its own" \
  "$SPINDRIFT" entropy test "$work/one.bin" --suite sp800-22 --length 1000000 --threads 1 --json
for sequences in 10 100; do
  seconds "Spindrift, $sequences" "${test[@]}" --sequences "$sequences"
done
if [ -n "${FAST_STS:-}" ]; then
  for sequences in 1 10 100; do
    printf '0\n%s\n1\n0\n%s\n1\n' "$work/bits.bin" "$sequences" >"$work/answers"
    (cd "$(dirname "$FAST_STS")/run" && seconds "optimised STS, $sequences" \
      bash -c '"$0" 1000000 -fast <"$1"' "$FAST_STS" "$work/answers")
  done
fi
if [ -n "${STS:-}" ]; then
  mkdir "$work/sts"
  for sequences in 1 10 ${long:+100}; do
    seconds "arcetri/sts, $sequences" \
      "$STS" -i "$sequences" -S 1000000 -F r -T 1 -w "$work/sts" "$work/bits.bin"
  done
fi

heading "SP 800-90B, non-IID track, 10^6 symbols"
seconds "Spindrift, 8 bits" "${assess[@]}" --track non-iid --bits-per-symbol 8 "$work/symbols.bin"
seconds "Spindrift, 1 bit" "${assess[@]}" --track non-iid --bits-per-symbol 1 "$work/ones.bin"
if [ -n "${EA:-}" ]; then
  seconds "reference, 8 bits" "$EA/ea_non_iid" "$work/symbols.bin" 8
  seconds "reference, 1 bit" "$EA/ea_non_iid" "$work/ones.bin" 1
fi

heading "SP 800-90B, IID track, 10^6 symbols that pass"
seconds "Spindrift, 8 bits" "${assess[@]}" --track iid --bits-per-symbol 8 "$work/symbols.bin"
seconds "Spindrift, 1 bit" "${assess[@]}" --track iid --bits-per-symbol 1 "$work/ones.bin"
if [ -n "${EA:-}" ]; then
  seconds "reference, 8 bits" "$EA/ea_iid" "$work/symbols.bin" 8
  seconds "reference, 1 bit" "$EA/ea_iid" "$work/ones.bin" 1
fi

# Each symbol is the sum of two neighbours: correlated, so the track fails.
python3 - "$work/symbols.bin" "$work/failing.bin" <<'PY' || exit 0
import sys
a = open(sys.argv[1], "rb").read()
open(sys.argv[2], "wb").write(bytes((a[i] + a[i - 1]) >> 1 for i in range(len(a))))
PY
heading "SP 800-90B, IID track, 10^6 symbols of 8 bits that fail"
seconds "Spindrift, provisional verdict" \
  "${assess[@]}" --track iid --bits-per-symbol 8 "$work/failing.bin"
if [ -n "$long" ]; then
  seconds "Spindrift, strict verdict" \
    "${assess[@]}" --track iid --strict --bits-per-symbol 8 "$work/failing.bin"
fi
