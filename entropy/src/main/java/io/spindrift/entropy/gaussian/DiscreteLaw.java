package io.spindrift.entropy.gaussian;

import io.spindrift.numerics.Require;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A distribution on finitely many values, each with its probability.
 *
 * <p>Values are kept as the floats that a source delivers, so F jumps exactly at the samples.
 */
public final class DiscreteLaw implements StatedLaw {
  private final double[] values;
  private final double[] upTo;
  private final double mean;
  private final double[] central;
  private final double expectedBits;

  /**
   * A law of ascending values.
   *
   * @param values ascending
   * @param masses their probabilities, which sum to one
   * @param expectedBits mean number of bits that one sample takes
   * @throws IllegalArgumentException when values do not ascend or the masses do not sum to one
   */
  DiscreteLaw(double[] values, double[] masses, double expectedBits) {
    this.values = new double[values.length];
    this.upTo = new double[values.length];
    this.expectedBits = Require.positive("expected bits per sample", expectedBits, "");
    double total = 0;
    double first = 0;
    for (int i = 0; i < values.length; i++) {
      this.values[i] = (float) values[i];
      if (i > 0 && !(values[i] >= values[i - 1])) {
        throw new IllegalArgumentException("values must ascend, but value " + i + " does not");
      }
      total += Require.notNegative("probability", masses[i], "");
      upTo[i] = total;
      first += masses[i] * values[i];
    }
    Require.inRange("sum of the probabilities", total, 1 - 1e-9, 1 + 1e-9, "");
    this.mean = first;
    this.central = new double[5];
    for (int i = 0; i < values.length; i++) {
      double d = values[i] - first;
      central[2] += masses[i] * d * d;
      central[3] += masses[i] * d * d * d;
      central[4] += masses[i] * d * d * d * d;
    }
  }

  @Override
  public double mean() {
    return mean;
  }

  @Override
  public double variance() {
    return central[2];
  }

  @Override
  public double skewness() {
    return central[3] / Math.pow(central[2], 1.5);
  }

  @Override
  public double excessKurtosis() {
    return central[4] / (central[2] * central[2]) - 3;
  }

  @Override
  public double reachSigma() {
    return Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
  }

  @Override
  public double cumulative(double x) {
    int at = Arrays.binarySearch(values, Require.finite("x", x, "sigma"));
    int last = at >= 0 ? at : -at - 2;
    while (last + 1 < values.length && values[last + 1] == x) {
      last++;
    }
    return last < 0 ? 0 : Math.min(1, upTo[last]);
  }

  @Override
  public double expectedBitsPerSample() {
    return expectedBits;
  }

  /** The largest difference just before and at a value. */
  @Override
  public OptionalDouble distanceFromNormal() {
    double distance = 0;
    double below = 0;
    for (int i = 0; i < values.length; i++) {
      double normal = NormalTails.cumulative(values[i]);
      distance = Math.max(distance, Math.max(Math.abs(normal - below), Math.abs(normal - upTo[i])));
      below = upTo[i];
    }
    return OptionalDouble.of(distance);
  }

  /** Number of values. */
  public int size() {
    return values.length;
  }

  /** Value {@code i}, ascending. */
  public double value(int i) {
    return values[i];
  }

  /** Probability of value {@code i}. */
  public double mass(int i) {
    return i == 0 ? upTo[0] : upTo[i] - upTo[i - 1];
  }
}
