package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;

/**
 * Guesses the most common symbol of the last 63, 255, 1023 and 4095, of equally common ones the
 * most recent.
 *
 * <p>SP 800-90B, section 6.3.7; the end of the estimate is that of all predictors, {@link
 * PredictionEstimate}.
 */
public final class MultiMostCommonInWindowEstimator implements MinEntropyEstimator {
  private final int[] windows;

  /** The estimator of the standard. */
  public MultiMostCommonInWindowEstimator() {
    this(63, 255, 1023, 4095);
  }

  /** With other windows, rising and odd. */
  MultiMostCommonInWindowEstimator(int... windows) {
    this.windows = windows.clone();
  }

  @Override
  public String name() {
    return "MultiMCW Prediction Estimate";
  }

  @Override
  public Finding estimate(Sample sample, Finding.Scope scope) {
    Quantities found = new Quantities(name(), scope);
    int longest = windows[windows.length - 1];
    if (sample.length() <= longest) {
      return found.notApplicable("it needs at least " + (longest + 1) + " symbols");
    }
    PredictionEstimate.Score score = sample.binary() ? bits(sample) : symbols(sample);
    return PredictionEstimate.finish(found, sample.length() - windows[0], score, sample.alphabet());
  }

  private PredictionEstimate.Score bits(Sample sample) {
    int predictors = windows.length;
    BitScoreboard board = new BitScoreboard(predictors);
    long[] right = new long[predictors];
    long[] spoke = new long[predictors];
    int[] ones = new int[predictors];
    int length = sample.length();
    for (int from = 0; from < length; from += 64) {
      int count = Math.min(64, length - from);
      guess(sample, from, count, ones, right, spoke);
      board.score(right, spoke, count);
    }
    return board.score();
  }

  private void guess(Sample sample, int from, int count, int[] ones, long[] right, long[] spoke) {
    for (int j = 0; j < windows.length; j++) {
      word(sample, from, count, j, ones, right, spoke);
    }
  }

  private void word(
      Sample sample, int from, int count, int j, int[] ones, long[] right, long[] spoke) {
    long inside = -1L >>> (64 - count);
    long here = sample.window(from);
    long leaving = sample.window(from - windows[j]);
    int missing = windows[j] - from;
    spoke[j] = missing <= 0 ? inside : missing < 64 ? inside & (-1L << missing) : 0;
    long guesses = majorities(here, leaving, ones[j], windows[j] / 2);
    right[j] = ~(guesses ^ here) & spoke[j];
    ones[j] += Long.bitCount(here) - Long.bitCount(leaving);
  }

  /** At each place of a word, whether more than {@code half} of the bits in the window are ones. */
  private static long majorities(long entering, long leaving, int ones, int half) {
    if (ones - half > 64) {
      return -1;
    }
    if (half - ones >= 64) {
      return 0;
    }
    long guesses = 0;
    long in = entering;
    long out = leaving;
    long lacking = half - ones;
    for (int k = 0; k < 64; k++) {
      guesses = (guesses >>> 1) | (lacking & Long.MIN_VALUE);
      lacking += (out & 1) - (in & 1);
      in >>>= 1;
      out >>>= 1;
    }
    return guesses;
  }

  private PredictionEstimate.Score symbols(Sample sample) {
    int words = Math.ceilDiv(sample.length(), 64);
    long[][] right = new long[windows.length][words];
    long[][] spoke = new long[windows.length][words];
    for (int j = 0; j < windows.length; j++) {
      new MostCommonInWindow(windows[j], sample.alphabet())
          .guess(sample.symbols(), right[j], spoke[j]);
    }
    return BitScoreboard.ofAll(right, spoke, sample.length());
  }
}
