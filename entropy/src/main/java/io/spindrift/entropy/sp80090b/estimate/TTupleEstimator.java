package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;

/**
 * The share of the most common tuple.
 *
 * <p>For tuples of i = 1 ... t symbols, t the longest length of which one tuple occurs at least 35
 * times, P = max (Q_i / (L - i + 1))^(1/i), Q_i the count of the most common one; H is that of the
 * upper bound of P. SP 800-90B, section 6.3.5.
 */
public final class TTupleEstimator implements MinEntropyEstimator {
  private final int cutoff;

  /** The estimator of the standard. */
  public TTupleEstimator() {
    this(RepeatedTuples.CUTOFF);
  }

  TTupleEstimator(int cutoff) {
    this.cutoff = cutoff;
  }

  @Override
  public String name() {
    return "t-Tuple Estimate";
  }

  @Override
  public Finding estimate(Sample sample, Finding.Scope scope) {
    Quantities found = new Quantities(name(), scope);
    RepeatedTuples repeats = sample.repeats();
    int longest = repeats.longestAtLeast(cutoff);
    if (longest == 0) {
      return found.notApplicable("no symbol occurs " + cutoff + " times");
    }
    double largest = 0;
    for (int i = 1; i <= longest; i++) {
      double share = repeats.most(i) / (sample.length() - i + 1.0);
      largest = Math.max(largest, Math.pow(share, 1.0 / i));
    }
    double bound = UpperBound.ofProportion(largest, sample.length());
    return found.with("t", longest).with("p-hat_max", largest).with("p_u", bound).entropyOf(bound);
  }
}
