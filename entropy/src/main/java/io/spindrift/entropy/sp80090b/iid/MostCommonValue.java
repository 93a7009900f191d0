package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Min-entropy by the most common value, SP 800-90B section 6.3.1: {@code -log2 min(1, p + 2.576
 * sqrt(p (1 - p) / (L - 1)))} for the share p of the most common of L symbols, the upper end of a
 * one-sided 99.5 % interval.
 */
final class MostCommonValue {
  private static final double NORMAL_QUANTILE = 2.5758293035489008;

  static Finding of(Symbols symbols, Finding.Scope scope) {
    long[] counts = new long[1 << symbols.bitsPerSymbol()];
    long mode = 0;
    for (byte value : symbols.values()) {
      mode = Math.max(mode, ++counts[value & 0xFF]);
    }
    double share = (double) mode / symbols.length();
    double spread = Math.sqrt(share * (1 - share) / Math.max(1, symbols.length() - 1));
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
