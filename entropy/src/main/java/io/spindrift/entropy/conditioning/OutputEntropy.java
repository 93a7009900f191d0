package io.spindrift.entropy.conditioning;

import io.spindrift.numerics.Require;

/**
 * Min-entropy at the output of a conditioning component, SP 800-90B section 3.1.5.1.2.
 *
 * <p>With n = min(n_out, nw),
 *
 * <pre>
 *   P_high = 2^-h_in,   P_low = (1 - P_high)/(2^n_in - 1)
 *   psi = 2^(n_in - n) P_low + P_high
 *   omega = (2^(n_in - n) + sqrt(2 n 2^(n_in - n) ln 2)) P_low
 *   Output_Entropy(n_in, n_out, nw, h_in) = -log2 max(psi, omega)
 * </pre>
 *
 * <p>Powers of two are taken as logarithms, so that long inputs do not overflow. Where n_in is
 * shorter than n, n_in takes its place, since such an input cannot fill the output.
 */
public final class OutputEntropy {
  private static final double LN2 = Math.log(2);

  /** Input entropy beyond the output length at which the output counts as full entropy, in bits. */
  public static final int FULL_ENTROPY_MARGIN_BITS = 64;

  /**
   * Output_Entropy of the standard.
   *
   * @param inputBits n_in, bits that enter
   * @param outputBits n_out, bits that leave
   * @param narrowestBits nw, narrowest internal width
   * @param inputEntropyBits h_in, min-entropy of the input, in (0, n_in]
   * @return min-entropy of the output in bits, in [0, n_out]
   */
  public static double bits(
      int inputBits, int outputBits, int narrowestBits, double inputEntropyBits) {
    Require.atLeast("input bits", inputBits, 1);
    Require.atLeast("output bits", outputBits, 1);
    Require.atLeast("narrowest width", narrowestBits, 1);
    Require.inRange("input entropy", inputEntropyBits, 0, inputBits, "bits");
    int n = Math.min(inputBits, Math.min(outputBits, narrowestBits));
    double high = -inputEntropyBits;
    // log2(1 - 2^-h) and log2(2^n_in - 1), each exact where the power is small or large.
    double rest = Math.log(-Math.expm1(-inputEntropyBits * LN2)) / LN2;
    double low = rest - inputBits - Math.log1p(-Math.pow(2, -inputBits)) / LN2;
    double excess = inputBits - n;
    double psi = logOfSum(excess + low, high);
    double deviation = 0.5 * (1 + Math.log(n * LN2) / LN2 + excess);
    double omega = logOfSum(excess, deviation) + low;
    return Math.clamp(-Math.max(psi, omega), 0, outputBits);
  }

  /** log2(2^a + 2^b). */
  private static double logOfSum(double a, double b) {
    double larger = Math.max(a, b);
    return larger + Math.log1p(Math.pow(2, Math.min(a, b) - larger)) / LN2;
  }

  private OutputEntropy() {}
}
