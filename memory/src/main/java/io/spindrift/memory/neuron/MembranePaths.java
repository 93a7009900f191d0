package io.spindrift.memory.neuron;

import io.spindrift.entropy.BitSource;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;

/**
 * Sample paths of membrane potentials, one row per neuron.
 *
 * <p>Neuron i takes its coins from the block of {@code key.at(i)}: bit n k + j is input j in step
 * n. So a path depends on the key and its own number alone, and inputs of a source that comes round
 * to the same cell after k bits are one junction each.
 *
 * @param neuron what integrates
 * @param volts potential [neuron, step], after each step
 */
public record MembranePaths(LeakyNeuron neuron, double[][] volts) {
  /** Most coins of one path: what a block of bits can hold. */
  private static final long MOST_BITS = 1L << 30;

  /**
   * Lets {@code paths} neurons run from zero potential.
   *
   * @param coins where the bits come from; it counts its own pulses and reads
   * @param unseen steps that are made first and not kept, so that the rest are stationary
   * @param steps steps that are kept
   * @param stage counts what integrating takes: k bits counted and one multiply-accumulate a step
   */
  public static MembranePaths run(
      LeakyNeuron neuron,
      BitSource coins,
      StreamKey key,
      int paths,
      int unseen,
      int steps,
      Ledger.Stage stage,
      Workers workers,
      Progress progress) {
    Require.atLeast("paths", paths, 1);
    Require.atLeast("steps", steps, 1);
    Require.atLeast("unseen steps", unseen, 0);
    long bits = ((long) unseen + steps) * neuron.inputs();
    if (bits > MOST_BITS) {
      throw new IllegalArgumentException(
          "coins of a path must be at most " + MOST_BITS + ", but was " + bits);
    }
    double[][] volts = new double[paths][];
    try (Progress.Task task = progress.begin("neurons", paths, "paths")) {
      workers.forEach(
          paths,
          path -> {
            progress.checkStopped();
            long[] words = new long[Math.toIntExact((bits + 63) / 64)];
            coins.fill(key.at(path), words, (int) bits);
            volts[path] = path(neuron, words, unseen, steps);
            task.advance(1);
          });
    }
    stage.add(Action.BIT_COUNT, bits * paths);
    stage.add(Action.MULTIPLY_ACCUMULATE, ((long) unseen + steps) * paths);
    return new MembranePaths(neuron, volts);
  }

  private static double[] path(LeakyNeuron neuron, long[] words, int unseen, int steps) {
    double kept = neuron.kept();
    double weight = neuron.weightVolts();
    double off = neuron.inputs() * neuron.centre();
    double[] path = new double[steps];
    double v = 0;
    long bit = 0;
    for (int n = -unseen; n < steps; n++, bit += neuron.inputs()) {
      v = kept * v + weight * (ones(words, bit, neuron.inputs()) - off);
      if (n >= 0) {
        path[n] = v;
      }
    }
    return path;
  }

  private static int ones(long[] words, long from, int count) {
    int ones = 0;
    long bit = from;
    long end = from + count;
    while (bit < end) {
      int shift = (int) (bit & 63);
      int take = (int) Math.min(64 - shift, end - bit);
      long part = words[(int) (bit >>> 6)] >>> shift;
      ones += Long.bitCount(take == 64 ? part : part & ((1L << take) - 1));
      bit += take;
    }
    return ones;
  }

  /** Number of neurons. */
  public int paths() {
    return volts.length;
  }

  /** Number of steps of each. */
  public int steps() {
    return volts[0].length;
  }
}
