package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.GaussianSource;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;

/**
 * A reference of high quality: the JDK's ziggurat on the keyed stream, rounded to float.
 *
 * <p>Source: McFarland, "A modified ziggurat algorithm for generating exponentially and normally
 * distributed pseudorandom numbers", J. Stat. Comput. Simul. 86 (2016), as in {@code
 * RandomGenerator.nextGaussian}.
 */
public final class ZigguratGaussian implements GaussianSource {
  @Override
  public String name() {
    return "ziggurat Gaussian (xoshiro256++)";
  }

  /** Unbounded: the ziggurat samples its tail. */
  @Override
  public double reachSigma() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public void fill(StreamKey key, float[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    RandomStream stream = key.open();
    for (int i = offset; i < offset + length; i++) {
      target[i] = (float) stream.nextGaussian();
    }
  }
}
