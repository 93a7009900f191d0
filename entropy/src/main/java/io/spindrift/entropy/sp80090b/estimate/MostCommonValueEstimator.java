package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;
import java.util.Arrays;

/**
 * The share of the most common symbol.
 *
 * <p>H = -log2 min(1, p + 2.576 sqrt(p (1 - p) / (L - 1))), p the share of the most common of L
 * symbols. SP 800-90B, section 6.3.1.
 */
public final class MostCommonValueEstimator implements MinEntropyEstimator {
  @Override
  public String name() {
    return "Most Common Value Estimate";
  }

  @Override
  public Finding estimate(Sample sample, Finding.Scope scope) {
    Quantities found = new Quantities(name(), scope);
    int length = sample.length();
    if (length < 2) {
      return found.notApplicable("it needs at least 2 symbols");
    }
    int mode = sample.binary() ? modeOfBits(sample) : modeOfSymbols(sample.symbols());
    double share = mode / (double) length;
    double bound = UpperBound.ofProportion(share, length);
    return found.with("Mode count", mode).with("p-hat", share).with("p_u", bound).entropyOf(bound);
  }

  private static int modeOfBits(Sample sample) {
    int ones = 0;
    for (long word : sample.words()) {
      ones += Long.bitCount(word);
    }
    return Math.max(ones, sample.length() - ones);
  }

  private static int modeOfSymbols(byte[] symbols) {
    int[] counts = new int[256];
    for (byte symbol : symbols) {
      counts[symbol & 0xFF]++;
    }
    return Arrays.stream(counts).max().orElseThrow();
  }
}
