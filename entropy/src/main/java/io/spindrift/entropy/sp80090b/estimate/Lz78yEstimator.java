package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;
import java.util.Optional;

/**
 * Guesses from a dictionary of contexts of 1 ... 16 symbols, filled as in LZ78: the successor with
 * the greatest count over all contexts that end here, of equal counts that of the longest context.
 *
 * <p>At most 65,536 contexts are entered, longer ones first. SP 800-90B, section 6.3.10; the end of
 * the estimate is that of all predictors, {@link PredictionEstimate}.
 */
public final class Lz78yEstimator implements MinEntropyEstimator {
  private final int longest;
  private final int entries;

  /** The estimator of the standard. */
  public Lz78yEstimator() {
    this(16, 65_536);
  }

  /** With contexts up to {@code longest} symbols and room for {@code entries} of them. */
  Lz78yEstimator(int longest, int entries) {
    this.longest = longest;
    this.entries = entries;
  }

  @Override
  public String name() {
    return "LZ78Y Prediction Estimate";
  }

  @Override
  public Finding estimate(Sample sample, Finding.Scope scope) {
    Quantities found = new Quantities(name(), scope);
    int guesses = sample.length() - longest - 1;
    if (guesses < 2) {
      return found.notApplicable("it needs at least " + (longest + 3) + " symbols");
    }
    PredictionEstimate.Score score = sample.binary() ? bits(sample) : all(sample);
    return PredictionEstimate.finish(found, guesses, score, sample.alphabet());
  }

  private PredictionEstimate.Score bits(Sample sample) {
    Optional<PredictionEstimate.Score> quick = new Lz78yOfBits(longest, entries).score(sample);
    return quick.orElseGet(() -> all(sample));
  }

  private PredictionEstimate.Score all(Sample sample) {
    Lz78yDictionary dictionary = new Lz78yDictionary(sample, longest, entries);
    RunOfRight run = new RunOfRight();
    for (int i = longest; i < sample.length(); i++) {
      boolean right = dictionary.guess(i);
      if (i > longest) {
        run.add(right);
      }
    }
    return run.score();
  }
}
