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
      for (int j = 0; j < predictors; j++) {
        word(sample, from, count, j, ones, right, spoke);
      }
      board.score(right, spoke, count);
    }
    return board.score();
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
    byte[] symbols = sample.symbols();
    Scoreboard board = new Scoreboard(windows.length);
    MostCommonInWindow[] views = new MostCommonInWindow[windows.length];
    for (int j = 0; j < views.length; j++) {
      views[j] = new MostCommonInWindow(windows[j], sample.alphabet());
    }
    for (int i = 0; i < symbols.length; i++) {
      if (i >= windows[0]) {
        guess(views, board, i, symbols[i] & 0xFF);
      }
      for (MostCommonInWindow view : views) {
        view.advance(symbols, i);
      }
    }
    return board.score();
  }

  private void guess(MostCommonInWindow[] views, Scoreboard board, int i, int symbol) {
    board.guessed(views[board.leader()].mostCommon() == symbol);
    for (int j = 0; j < views.length; j++) {
      if (i >= windows[j] && views[j].mostCommon() == symbol) {
        board.point(j);
      }
    }
  }
}
