package io.spindrift.memory.array;

import io.spindrift.numerics.random.RandomWords;
import java.util.random.RandomGenerator;

/** Flips with one probability for parallel cells and one for antiparallel ones. */
final class SharedFlips implements FlipDraw {
  /** Words of cells that are drawn together. */
  private static final int BLOCK = 32;

  private final double fromParallel;
  private final double fromAntiparallel;
  private final DigitPlanes digits;
  private final boolean longer;
  private final CellLoop loop;

  SharedFlips(double fromParallel, double fromAntiparallel, CellLoop loop) {
    this.fromParallel = fromParallel;
    this.fromAntiparallel = fromAntiparallel;
    this.digits = DigitPlanes.of(fromParallel, fromAntiparallel);
    this.longer = hasRest(fromParallel) || hasRest(fromAntiparallel);
    this.loop = loop;
  }

  private static boolean hasRest(double p) {
    return p != 1 && FlipDigits.rest(p) != 0;
  }

  @Override
  public FlipBuffers buffers(int words) {
    return FlipBuffers.of(words, BLOCK, digits.depth(), 0);
  }

  @Override
  public void draw(
      CellKinds kinds, long[] state, int first, int words, RandomWords random, FlipBuffers room) {
    for (int at = 0; at < words; at += BLOCK) {
      int count = Math.min(BLOCK, words - at);
      random.fill(room.random(), 0, digits.depth() * count);
      compare(room.random(), state, first + at, count, room.flips(), at, room.equal(), random);
    }
  }

  /** The flips of {@code count} words for given digits, and a stream for those that are equal. */
  void compare(
      long[] words,
      long[] state,
      int first,
      int count,
      long[] flips,
      int at,
      long[] equal,
      RandomGenerator further) {
    loop.compareDigits(digits, words, state, first, count, flips, at, equal);
    for (int i = 0; longer && i < count; i++) {
      if (equal[i] != 0) {
        flips[at + i] = decide(flips[at + i], equal[i], state[first + i], further);
      }
    }
  }

  private long decide(long flips, long equal, long state, RandomGenerator further) {
    long decided = flips & ~equal;
    for (long left = equal; left != 0; left &= left - 1) {
      long bit = Long.lowestOneBit(left);
      double p = (state & bit) == 0 ? fromParallel : fromAntiparallel;
      decided |= FlipDigits.flips(p, further) ? bit : 0;
    }
    return decided;
  }
}
