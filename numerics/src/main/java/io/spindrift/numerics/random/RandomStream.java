package io.spindrift.numerics.random;

import java.util.random.RandomGenerator;

/**
 * A stream of pseudo-random words: xoshiro256++ started from a {@link StreamKey}.
 *
 * <p>Not thread-safe; each unit of work opens its own. Period 2^256 - 1. Source: Blackman and
 * Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021).
 */
public final class RandomStream implements RandomGenerator {
  private long s0;
  private long s1;
  private long s2;
  private long s3;

  RandomStream(StreamKey key) {
    long z = key.high();
    s0 = StreamKey.mix(z += 0x9E3779B97F4A7C15L);
    s1 = StreamKey.mix(z += 0x9E3779B97F4A7C15L);
    z ^= key.low();
    s2 = StreamKey.mix(z += 0x9E3779B97F4A7C15L);
    s3 = StreamKey.mix(z + 0x9E3779B97F4A7C15L);
    if ((s0 | s1 | s2 | s3) == 0) {
      s0 = 1;
    }
  }

  /** Starts from a bare state, which must not be all zero. */
  RandomStream(long s0, long s1, long s2, long s3) {
    this.s0 = s0;
    this.s1 = s1;
    this.s2 = s2;
    this.s3 = s3;
  }

  /** Stores word k of the state at index {@code at + k * stride}. */
  void copyState(long[] target, int at, int stride) {
    target[at] = s0;
    target[at + stride] = s1;
    target[at + 2 * stride] = s2;
    target[at + 3 * stride] = s3;
  }

  @Override
  public long nextLong() {
    long result = Long.rotateLeft(s0 + s3, 23) + s0;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }
}
