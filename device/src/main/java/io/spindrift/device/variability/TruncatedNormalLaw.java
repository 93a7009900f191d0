package io.spindrift.device.variability;

import io.spindrift.numerics.Require;

/**
 * A normal law of centre c and width s, restricted to an interval.
 *
 * <pre>
 *   x = c + s Q(F(a) + F(z) (F(b) - F(a))),   a = (lowest - c)/s,   b = (highest - c)/s
 *   mean = c + s d,   d = (f(a) - f(b))/Z,   Z = F(b) - F(a)
 *   variance = s^2 (1 + (a f(a) - b f(b))/Z - d^2)
 * </pre>
 *
 * with f, F, Q the density, distribution and quantile function of the standard normal law. The law
 * is renewed inside the interval; nothing is piled up at its ends. N. L. Johnson, S. Kotz, N.
 * Balakrishnan, Continuous Univariate Distributions 1, section 10.1 (1994).
 */
public final class TruncatedNormalLaw implements ParameterLaw {
  private final double centre;
  private final double width;
  private final double lowest;
  private final double highest;
  private final double from;
  private final double to;

  /**
   * The law of an interval.
   *
   * @param centre mean before the restriction
   * @param width standard deviation before the restriction
   * @param lowest lower end, may be minus infinity
   * @param highest upper end, may be infinity
   */
  public TruncatedNormalLaw(double centre, double width, double lowest, double highest) {
    this.centre = Require.finite("centre", centre, "");
    this.width = Require.positive("width", width, "");
    if (!(lowest < highest)) {
      throw new IllegalArgumentException(
          "highest must be above lowest, " + lowest + ", but was " + highest);
    }
    this.lowest = lowest;
    this.highest = highest;
    if (Double.isInfinite(lowest) && Double.isInfinite(highest)) {
      throw new IllegalArgumentException("the interval must have an end, but had none");
    }
    this.from = (lowest - centre) / width;
    this.to = (highest - centre) / width;
  }

  @Override
  public double value(double deviate) {
    // A positive deviate is mirrored, so that small probabilities are never differences from 1.
    double inner = deviate > 0 ? -within(-deviate, -to, -from) : within(deviate, from, to);
    // Only rounding can lead out of the interval.
    return Math.clamp(centre + width * inner, lowest, highest);
  }

  @Override
  public double mean() {
    return centre + width * shift();
  }

  @Override
  public double sigma() {
    double shift = shift();
    double ends = (edge(from) - edge(to)) / mass();
    return width * Math.sqrt(1 + ends - shift * shift);
  }

  private static double within(double deviate, double a, double b) {
    double low = StandardNormal.below(a);
    double share = low + StandardNormal.below(deviate) * (StandardNormal.below(b) - low);
    return StandardNormal.quantile(share);
  }

  private double shift() {
    return (StandardNormal.density(from) - StandardNormal.density(to)) / mass();
  }

  private double mass() {
    return StandardNormal.below(to) - StandardNormal.below(from);
  }

  private static double edge(double z) {
    return Double.isInfinite(z) ? 0 : z * StandardNormal.density(z);
  }
}
