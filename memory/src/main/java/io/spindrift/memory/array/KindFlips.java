package io.spindrift.memory.array;

import io.spindrift.numerics.random.RandomWords;
import java.util.random.RandomGenerator;

/**
 * Flips with a probability for each kind and state: fill random fields, fill kinds, look up
 * thresholds, compare.
 *
 * <p>The table of thresholds takes four bytes per kind, so that it stays in the nearest caches. The
 * look-up is plain code: a gather instruction is no faster for it.
 */
final class KindFlips implements FlipDraw {
  /** Words of cells that are drawn together. */
  private static final int BLOCK = 16;

  private final double[] probability;
  private final int[] thresholds;
  private final CellLoop loop;

  /** Takes the probability of kind k from P at 2 k and from AP at 2 k + 1; kinds are 2^n. */
  KindFlips(double[] probability, CellLoop loop) {
    this.probability = probability;
    this.thresholds = new int[probability.length / 2];
    for (int kind = 0; kind < thresholds.length; kind++) {
      int parallel = FlipDigits.first(probability[2 * kind]);
      int antiparallel = FlipDigits.first(probability[2 * kind + 1]);
      thresholds[kind] = antiparallel << FlipDigits.COUNT | parallel;
    }
    this.loop = loop;
  }

  @Override
  public FlipBuffers buffers(int words) {
    return FlipBuffers.of(words, BLOCK, CellLoop.FIELD_WORDS, 64);
  }

  @Override
  public void draw(
      CellKinds kinds, long[] state, int first, int words, RandomWords random, FlipBuffers room) {
    for (int at = 0; at < words; at += BLOCK) {
      int count = Math.min(BLOCK, words - at);
      random.fill(room.random(), 0, CellLoop.FIELD_WORDS * count);
      kinds.fill(loop, first + at, count, room.cells());
      compare(room, kinds, state, first + at, count, at, random);
    }
  }

  /**
   * The flips of {@code count} words for the fields and kinds in {@code room}, and a stream for
   * those that are equal.
   */
  void compare(
      FlipBuffers room,
      CellKinds kinds,
      long[] state,
      int first,
      int count,
      int at,
      RandomGenerator further) {
    long[] flips = room.flips();
    long[] equal = room.equal();
    lookUp(thresholds, room.cells(), 64 * count);
    loop.compare(room.random(), room.cells(), state, first, count, flips, at, equal);
    for (int i = 0; i < count; i++) {
      if (equal[i] != 0) {
        flips[at + i] |= decide(kinds, first + i, equal[i], state[first + i], further);
      }
    }
  }

  private static void lookUp(int[] thresholds, int[] cells, int count) {
    for (int cell = 0; cell < count; cell++) {
      cells[cell] = thresholds[cells[cell] & (thresholds.length - 1)];
    }
  }

  private long decide(CellKinds kinds, int word, long equal, long state, RandomGenerator further) {
    long decided = 0;
    for (long left = equal; left != 0; left &= left - 1) {
      int cell = Long.numberOfTrailingZeros(left);
      int kind = kinds.kind(64L * word + cell);
      double p = probability[2 * kind + (int) (state >>> cell & 1)];
      decided |= FlipDigits.flips(p, further) ? 1L << cell : 0;
    }
    return decided;
  }
}
