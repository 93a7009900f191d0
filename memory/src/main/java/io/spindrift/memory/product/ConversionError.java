package io.spindrift.memory.product;

import io.spindrift.numerics.Require;
import org.hipparchus.special.Erf;

/**
 * What a conversion makes of a fixed signal under Gaussian error, by enumeration of the codes.
 *
 * <p>The converter sees x = S + e with e normal of standard deviation sigma. With the levels l_c
 * and the threshold t_c = l_c + s/2 above each of them, code c has the probability P_c = F((t_c -
 * S)/sigma) - F((t_(c-1) - S)/sigma), F being the normal distribution function, and
 *
 * <pre>
 * bias     = sum P_c l_c - S
 * variance = sum P_c (l_c - S)^2 - bias^2
 * gain     = d(sum P_c l_c)/dS = sum_c s f((t_c - S)/sigma) / sigma.
 * </pre>
 *
 * <p>It holds for any ratio of sigma to step and beyond the range: rounding that removes the error,
 * coarse levels and clipping are all in it. The gain says how much of an error that two conversions
 * share both of them pass on (first order of the expansion in Hermite polynomials, by Price's
 * theorem).
 *
 * @param bias mean error in counts
 * @param variance variance of the error about it
 * @param gain slope of the mean level
 */
record ConversionError(double bias, double variance, double gain) {
  private static final double FAR = 8.5; // sigmas beyond which nothing is left in a double

  /** The error of a signal. */
  static ConversionError of(Converter converter, double signal, double sigma) {
    Require.notNegative("sigma of a conversion", sigma, "");
    if (sigma == 0) {
      return new ConversionError(converter.quantise(signal) - signal, 0, 0);
    }
    int first = converter.code(signal - FAR * sigma);
    int last = converter.code(signal + FAR * sigma);
    double below = 0;
    double mean = 0;
    double square = 0;
    double gain = 0;
    for (int code = first; code <= last; code++) {
      double error = converter.level(code) - signal;
      double z = (error + converter.step() / 2) / sigma;
      double reached = code == last ? 1 : 0.5 * Erf.erfc(-z / Math.sqrt(2));
      mean += (reached - below) * error;
      square += (reached - below) * error * error;
      gain += code == last ? 0 : Math.exp(-z * z / 2);
      below = reached;
    }
    return new ConversionError(
        mean,
        Math.max(0, square - mean * mean),
        gain * converter.step() / (sigma * Math.sqrt(2 * Math.PI)));
  }

  /** Mean square of the error. */
  double meanSquare() {
    return bias * bias + variance;
  }
}
