package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;

/**
 * How likely two places agree on more symbols than the t-tuple estimate looks at.
 *
 * <p>For lengths W = u ... v, u the least of which no tuple occurs 35 times and v that of the
 * longest repeated substring, P = max (pairs_W / C(L - W + 1, 2))^(1/W), pairs_W the number of
 * pairs of places with the same W symbols; H is that of the upper bound of P. SP 800-90B, section
 * 6.3.6.
 */
public final class LongestRepeatedSubstringEstimator implements MinEntropyEstimator {
  private final int cutoff;

  /** The estimator of the standard. */
  public LongestRepeatedSubstringEstimator() {
    this(RepeatedTuples.CUTOFF);
  }

  LongestRepeatedSubstringEstimator(int cutoff) {
    this.cutoff = cutoff;
  }

  @Override
  public String name() {
    return "LRS Estimate";
  }

  @Override
  public Finding estimate(Sample sample, Finding.Scope scope) {
    Quantities found = new Quantities(name(), scope);
    RepeatedTuples repeats = sample.repeats();
    int shortest = repeats.longestAtLeast(cutoff) + 1;
    int longest = repeats.longest();
    if (longest < shortest) {
      return found.notApplicable(
          "no " + shortest + " symbols repeat, where shorter tuples do so " + cutoff + " times");
    }
    double largest = 0;
    for (int w = shortest; w <= longest; w++) {
      double places = sample.length() - w + 1.0;
      double share = repeats.pairs(w) / (0.5 * places * (places - 1));
      largest = Math.max(largest, Math.pow(share, 1.0 / w));
    }
    double bound = UpperBound.ofProportion(largest, sample.length());
    return found
        .with("u", shortest)
        .with("v", longest)
        .with("p-hat", largest)
        .with("p_u", bound)
        .entropyOf(bound);
  }
}
