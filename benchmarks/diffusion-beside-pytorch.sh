#!/usr/bin/env bash
# Images per second of the U-Net beside the same U-Net in Python's PyTorch, taken in turns.
#
#   benchmarks/diffusion-beside-pytorch.sh [--quick]
#
# Each of ROUNDS rounds runs both engines on THREADS threads for STEPS steps of 64 images, for three
# networks; the medians over the rounds and their ratios follow, per second on the clock and per
# second of processor time, the better measure on a machine with other work. A prediction is one pass
# of the network: a sampler of n steps (DDIM) takes n passes and next to nothing else.
# At the end 5,000 steps of a tiny network, with the memory before and after.
#
# PYTHON is the Python that has PyTorch (Debian: apt-get install python3-torch); JAVA_HOME or the
# path has a JDK 25. SPINDRIFT_CLASSPATH may name classes that are built already. --quick: one round
# of few steps.
set -euo pipefail

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
rounds=${ROUNDS:-3}
steps=${STEPS:-60}
threads=${THREADS:-2}
memory_steps=5000
if [ "${1:-}" = --quick ]; then
  rounds=1 steps=12 memory_steps=500
fi
python=${PYTHON:-/usr/bin/python3}
if ! "$python" -c 'import torch' 2>/dev/null; then
  printf '%s has no PyTorch; on Debian: apt-get install python3-torch\n' "$python" >&2
  exit 2
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The libraries of the program, which its first start builds; "/*" is for Java to expand.
if [ -z "${SPINDRIFT_CLASSPATH:-}" ]; then
  "$root/spindrift" --version >&2
  SPINDRIFT_CLASSPATH="$root/cli/target/spindrift/lib/*"
fi
"${java}c" -proc:none -d "$work/classes" -cp "$SPINDRIFT_CLASSPATH" \
  "$root"/benchmarks/src/main/java/io/spindrift/benchmarks/{TrainingThroughput,Line,ProcessUse}.java

ours() {
  OPENBLAS_NUM_THREADS=1 "$java" --add-modules jdk.incubator.vector \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC \
    -cp "$work/classes:$SPINDRIFT_CLASSPATH" io.spindrift.benchmarks.TrainingThroughput "$@" \
    2>"$work/err" || { cat "$work/err" >&2; exit 1; }
}

# Width, multipliers, blocks, first level with attention, patch.
networks=('16 1,2,2 2 2 1' '32 1,2 1 1 2' '48 1,2 2 1 2')

sed -n 's/^model name[^:]*: */machine: /p' /proc/cpuinfo | head -n 1
for network in "${networks[@]}"; do
  read -r -a shape <<<"$network"
  : >"$work/ours" && : >"$work/python"
  for ((round = 0; round < rounds; round++)); do
    ours AUTO "$threads" 1 "${shape[@]}" "$steps" >>"$work/ours"
    "$python" "$root/benchmarks/python/unet.py" "${shape[@]}" "$((steps / 3))" "$threads" \
      >>"$work/python"
  done
  "$python" - "$network" "$work/ours" "$work/python" <<'PY'
import json, statistics, sys
network, *files = sys.argv[1:]
ours, python = ([json.loads(line) for line in open(file)] for file in files)
sizes = {line["parameters"] for line in ours + python}
assert len(sizes) == 1, f"the networks differ: {sizes} parameters"
print(f"\nnetwork {network}, {sizes.pop()} parameters; {ours[0]['engine']} | {python[0]['engine']}")
for work in "train", "predict":
    for measure in "imagesPerSecond", "imagesPerProcessorSecond":
        a, b = (
            statistics.median(line[measure] for line in lines if line["work"] == work)
            for lines in (ours, python)
        )
        print(f"{work:8} {measure:25} {a:8.1f} | {b:8.1f}   ratio {a / b:.2f}")
PY
done

printf '\nmemory of %s training steps, width 8, one level, patch 4\n' "$memory_steps"
ours AUTO "$threads" 1 8 1 1 1 4 "$memory_steps" | grep '"work":"train"' | "$python" -c '
import json, sys
use = json.load(sys.stdin)["use"]
before, after = (use["residentBytes" + at] / 1e6 for at in ("Before", "After"))
seconds = use["wallSeconds"]
print(f"resident before {before:.1f} MB, after {after:.1f} MB, {seconds:.1f} s")'
