#!/usr/bin/env bash
# Times the memory room on one core, each section in a process of its own, so that the peak memory of
# the array section is that of the array. SECONDS_EACH is the processor time of each figure.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
each=${SECONDS_EACH:-2 s}
for section in pulses circuit operations products diffusion array; do
  printf '%s\n' "bench memory --section $section --seconds \"$each\""
  "$root/spindrift" bench memory --section "$section" --seconds "$each"
  printf '\n'
done
