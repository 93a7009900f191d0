package io.spindrift.numerics.random;

import io.spindrift.numerics.vector.VectorModule;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A stream of pseudo-random words for whole blocks: eight interleaved xoshiro256++ generators.
 *
 * <p>Word 8 i + j of the stream is word i of lane j; every lane starts from its own 256 bits, which
 * the key decides. The words do not depend on how they are asked for, one by one or in blocks of
 * any length, nor on the width of the machine's vectors. They are other words than those of {@link
 * StreamKey#open}.
 *
 * <p>Not thread-safe; each unit of work opens its own. Each lane has period 2^256 - 1; two of n
 * lanes that draw w words each overlap with probability below n^2 w / 2^256. Source: Blackman and
 * Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021).
 */
public final class RandomWords implements RandomGenerator {
  /** Number of interleaved generators. */
  public static final int LANES = 8;

  private static final WordLoop LOOP = loop();
  private static final int READY = 4 * LANES;

  private final WordLoop loop;
  private final long[] state;
  private final long[] ready = new long[READY];
  private int next = READY;

  /**
   * Starts from a bare state, word k of lane j at index 8 k + j; no lane may be all zero.
   *
   * @param loop how the words are computed
   */
  RandomWords(long[] state, WordLoop loop) {
    this.state = state;
    this.loop = loop;
  }

  /** Opens the stream of a key at its beginning. */
  public static RandomWords open(StreamKey key) {
    return new RandomWords(state(key), LOOP);
  }

  static long[] state(StreamKey key) {
    long[] state = new long[4 * LANES];
    for (int lane = 0; lane < LANES; lane++) {
      key.lane(lane).open().copyState(state, lane, LANES);
    }
    return state;
  }

  private static WordLoop loop() {
    return VectorModule.isPresent() ? VectorWords.loop() : new ScalarWords();
  }

  /**
   * Fills {@code target[from .. to)} with the next words of the stream.
   *
   * @throws IndexOutOfBoundsException when the range does not lie in the array
   */
  public void fill(long[] target, int from, int to) {
    Objects.checkFromToIndex(from, to, target.length);
    int at = from + take(target, from, to);
    int rounds = (to - at) / LANES;
    loop.fill(state, target, at, rounds);
    at += rounds * LANES;
    if (at < to) {
      refill();
      take(target, at, to);
    }
  }

  @Override
  public long nextLong() {
    if (next == READY) {
      refill();
    }
    return ready[next++];
  }

  private void refill() {
    loop.fill(state, ready, 0, READY / LANES);
    next = 0;
  }

  private int take(long[] target, int from, int to) {
    int count = Math.min(READY - next, to - from);
    System.arraycopy(ready, next, target, from, count);
    next += count;
    return count;
  }
}
