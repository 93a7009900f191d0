package io.spindrift.memory.circuit;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.spec.MemoryLoader;
import io.spindrift.memory.spec.MemoryPresets;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;

/** The preset made small, with junctions whose resistance is written down. */
final class TestMemory {
  /** Alike junctions that do not depend on bias: 100 kOhm and 160 kOhm. */
  static final ResistanceModel ALIKE =
      (state, volts, device) -> state == MagneticState.PARALLEL ? 1e5 : 1.6e5;

  /** Junctions with 8 % spread. */
  static final ResistanceModel SPREAD =
      (state, volts, device) ->
          ALIKE.resistanceOhms(state, volts, device)
              * (device < 0
                  ? 1
                  : Math.exp(0.08 * StreamKey.root(5).at(device).open().nextGaussian()));

  /** The preset with patches. */
  static MemorySpec of(String... patches) {
    return MemoryLoader.load(MemoryPresets.DEFAULT, List.of(patches)).spec();
  }

  /** An array of that memory with random states. */
  static CellArray array(MemorySpec spec, CellKinds kinds) {
    CellArray array = new CellArray(spec.array().shape(), kinds, CellFaults.NONE);
    long[] row = new long[spec.array().shape().rowWords()];
    RandomWords random = RandomWords.open(StreamKey.root(8));
    for (int i = 0; i < spec.array().rows(); i++) {
      random.fill(row, 0, row.length);
      array.setRow(i, row, 0);
    }
    return array;
  }

  private TestMemory() {}
}
