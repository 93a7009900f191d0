package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;
import java.util.Arrays;

/**
 * Guesses what most often followed the last d symbols, for d = 1 ... 16 at once.
 *
 * <p>For each d at most 100,000 pairs of context and successor are kept. SP 800-90B, section 6.3.9;
 * the end of the estimate is that of all predictors, {@link PredictionEstimate}.
 *
 * <p>As in the reference tool, a place at which the leading predictor has no guess neither
 * lengthens nor ends a run; the standard calls it a wrong guess.
 */
public final class MultiMarkovModelEstimator implements MinEntropyEstimator {
  private final int orders;
  private final int entries;

  /** The estimator of the standard. */
  public MultiMarkovModelEstimator() {
    this(16, 100_000);
  }

  /** With contexts up to {@code orders} symbols, at most 16, and room for {@code entries} each. */
  MultiMarkovModelEstimator(int orders, int entries) {
    this.orders = orders;
    this.entries = entries;
  }

  @Override
  public String name() {
    return "MultiMMC Prediction Estimate";
  }

  @Override
  public Finding estimate(Sample sample, Finding.Scope scope) {
    Quantities found = new Quantities(name(), scope);
    int guesses = sample.length() - 2;
    if (guesses < 2) {
      return found.notApplicable("it needs at least 4 symbols");
    }
    PredictionEstimate.Score score = sample.binary() ? bits(sample) : symbols(sample);
    return PredictionEstimate.finish(found, guesses, score, sample.alphabet());
  }

  private PredictionEstimate.Score bits(Sample sample) {
    BitScoreboard board = new BitScoreboard(orders);
    BitContexts[] contexts = new BitContexts[orders];
    for (int d = 1; d <= orders; d++) {
      contexts[d - 1] = new BitContexts(d, entries);
    }
    long[] right = new long[orders];
    long[] spoke = new long[orders];
    for (int from = 0; from < sample.length(); from += 64) {
      word(sample, from, contexts, right, spoke);
      board.score(right, spoke, Math.min(64, sample.length() - from));
    }
    return board.score();
  }

  private static void word(
      Sample sample, int from, BitContexts[] contexts, long[] right, long[] spoke) {
    int count = Math.min(64, sample.length() - from);
    long here = sample.window(from);
    long before = sample.window(from - 64);
    for (int d = 0; d < contexts.length; d++) {
      BitContexts context = contexts[d];
      context.learn(here, before, Math.max(0, d + 1 - from), count);
      right[d] = context.right();
      spoke[d] = context.spoke();
    }
  }

  private PredictionEstimate.Score symbols(Sample sample) {
    int length = sample.length();
    int words = Math.ceilDiv(length, 64);
    long[][] right = new long[orders][0];
    long[][] spoke = new long[orders][0];
    MarkovContexts contexts = new MarkovContexts(sample.symbols(), entries);
    int reached = 0;
    while (reached < orders && contexts.goOn()) {
      right[reached] = new long[words];
      spoke[reached] = new long[words];
      contexts.lengthen(right[reached], spoke[reached]);
      reached++;
    }
    return BitScoreboard.ofAll(
        Arrays.copyOf(right, reached), Arrays.copyOf(spoke, reached), length);
  }
}
