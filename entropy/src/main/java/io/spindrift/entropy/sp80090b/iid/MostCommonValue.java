package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Min-entropy by the most common value, SP 800-90B section 6.3.1: {@code -log2 min(1, p + 2.576
 * sqrt(p (1 - p) / (L - 1)))} for the share p of the most common of L symbols, the upper end of a
 * one-sided 99.5 % interval.
 */
final class MostCommonValue {
  private static final double NORMAL_QUANTILE = 2.5758293035489008;

  /** The estimate of the symbols. */
  static Finding ofSymbols(ExaminedSample sample) {
    long mode = 0;
    for (long count : sample.counts()) {
      mode = Math.max(mode, count);
    }
    return estimate(mode, sample.length(), Finding.Scope.LITERAL);
  }

  /** The estimate of the bits of the symbols. */
  static Finding ofBits(ExaminedSample sample, int bitsPerSymbol) {
    long ones = 0;
    for (int value : sample.present()) {
      ones += Integer.bitCount(value) * sample.counts()[value];
    }
    long bits = (long) sample.length() * bitsPerSymbol;
    return estimate(Math.max(ones, bits - ones), bits, Finding.Scope.BITSTRING);
  }

  private static Finding estimate(long mode, long length, Finding.Scope scope) {
    double share = (double) mode / length;
    double spread = Math.sqrt(share * (1 - share) / Math.max(1, length - 1));
    double upper = Math.min(1, share + NORMAL_QUANTILE * spread);
    double bits = 0 - Math.log(upper) / Math.log(2);
    Map<String, Double> quantities = new LinkedHashMap<>();
    quantities.put("Mode count", (double) mode);
    quantities.put("p-hat", share);
    quantities.put("p_u", upper);
    quantities.put("min entropy", bits);
    return Finding.of(
        "Most Common Value Estimate", scope, quantities, new Finding.Result.Entropy(bits));
  }

  /** The entropy of such a finding. */
  static double bits(Finding finding) {
    return finding.result() instanceof Finding.Result.Entropy entropy
        ? entropy.minEntropyBits()
        : 0;
  }

  private MostCommonValue() {}
}
