package io.spindrift.entropy.gaussian;

import static io.spindrift.entropy.gaussian.BoxMullerNumbers.LONGS;
import static io.spindrift.entropy.gaussian.BoxMullerNumbers.PAIRS;
import static io.spindrift.entropy.gaussian.BoxMullerNumbers.SAMPLES;

import io.spindrift.entropy.BitSource;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.numerics.vector.VectorModule;
import java.util.Objects;

/**
 * The software reference: Box-Muller in single precision on the words of {@link RandomWords}.
 *
 * <p>Sixteen longs become 32 samples, so a block depends on its key alone, a shorter block begins
 * every longer one, and neither the width of the machine's vectors nor their absence changes a bit.
 * Law in exact arithmetic: {@link BoxMullerLaw} with radii of 31 bits and 2^24 directions, reach
 * sqrt(64 ln 2) = 6.66 sigma; the arithmetic of floats adds a relative error below 4e-7 to a
 * sample.
 *
 * <p>Source: Box and Muller, "A note on the generation of random normal deviates", Ann. Math. Stat.
 * 29 (1958) 610, equations (1).
 */
public final class SoftwareGaussian implements StatedGaussian {
  private static final int MOST_GROUPS = 32;
  private static final BoxMullerLoop LOOP =
      VectorModule.isPresent() ? VectorBoxMuller.loop() : new ScalarBoxMuller();

  private final BoxMullerLoop loop;

  /** The source; all sources are alike. */
  public SoftwareGaussian() {
    this(LOOP);
  }

  SoftwareGaussian(BoxMullerLoop loop) {
    this.loop = loop;
  }

  @Override
  public String name() {
    return "software Gaussian (Box-Muller on xoshiro256++)";
  }

  /** Itself: the generator is part of the method. */
  @Override
  public SoftwareGaussian over(BitSource other) {
    return this;
  }

  @Override
  public BoxMullerLaw law() {
    return BoxMullerLaw.software();
  }

  @Override
  public void fill(StreamKey key, float[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    RandomWords stream = RandomWords.open(key);
    int groups = length / SAMPLES;
    // The radii first: were they to follow the words, a store would match the page offset of the
    // next load, and the processor would wait for it.
    float[] radius = new float[PAIRS * Math.clamp(groups, 1, MOST_GROUPS)];
    long[] words = new long[LONGS * Math.clamp(groups, 1, MOST_GROUPS)];
    int done = 0;
    while (done < groups) {
      int now = Math.min(MOST_GROUPS, groups - done);
      stream.fill(words, 0, LONGS * now);
      loop.radii(words, now, radius);
      loop.turn(words, now, radius, target, offset + SAMPLES * done);
      done += now;
    }
    int left = length - SAMPLES * groups;
    if (left > 0) {
      float[] last = new float[SAMPLES];
      stream.fill(words, 0, LONGS);
      loop.radii(words, 1, radius);
      loop.turn(words, 1, radius, last, 0);
      System.arraycopy(last, 0, target, offset + length - left, left);
    }
  }
}
