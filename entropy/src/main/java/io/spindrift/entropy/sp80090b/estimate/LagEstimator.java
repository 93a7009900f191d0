package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;
import java.util.Arrays;

/**
 * Guesses that the symbol d places back comes again, for d = 1 ... 128 at once.
 *
 * <p>SP 800-90B, section 6.3.8; the end of the estimate is that of all predictors, {@link
 * PredictionEstimate}. Bits are compared 64 at a time; for symbols only the places of the last 128
 * that hold the present symbol are visited.
 */
public final class LagEstimator implements MinEntropyEstimator {
  private final int lags;

  /** The estimator of the standard. */
  public LagEstimator() {
    this(128);
  }

  /** With lags up to {@code lags}, at most 128. */
  LagEstimator(int lags) {
    this.lags = lags;
  }

  @Override
  public String name() {
    return "Lag Prediction Estimate";
  }

  @Override
  public Finding estimate(Sample sample, Finding.Scope scope) {
    Quantities found = new Quantities(name(), scope);
    int guesses = sample.length() - 1;
    if (guesses < 2) {
      return found.notApplicable("it needs at least 3 symbols");
    }
    PredictionEstimate.Score score =
        sample.binary() ? bits(sample) : symbols(sample.symbols(), sample.alphabet());
    return PredictionEstimate.finish(found, guesses, score, sample.alphabet());
  }

  private PredictionEstimate.Score bits(Sample sample) {
    BitScoreboard board = new BitScoreboard(lags);
    long[] right = new long[lags];
    long[] spoke = new long[lags];
    Arrays.fill(spoke, -1L);
    spoke[0] = -2;
    int length = sample.length();
    for (int from = 0; from < length; from += 64) {
      int count = Math.min(64, length - from);
      compare(sample.window(from), sample.window(from - 64), sample.window(from - 128), right);
      if (from < 128 || count < 64) {
        clearOutside(right, from, count);
      }
      board.score(right, spoke, count);
      spoke[0] = -1;
    }
    return board.score();
  }

  /** Places of a word that equal those d before, for every lag d. */
  private static void compare(long here, long before, long earlier, long[] right) {
    int near = Math.min(63, right.length);
    for (int lag = 1; lag <= near; lag++) {
      right[lag - 1] = ~(here ^ ((here << lag) | (before >>> (64 - lag))));
    }
    if (right.length >= 64) {
      right[63] = ~(here ^ before);
    }
    int far = Math.min(127, right.length);
    for (int lag = 65; lag <= far; lag++) {
      right[lag - 1] = ~(here ^ ((before << (lag - 64)) | (earlier >>> (128 - lag))));
    }
    if (right.length >= 128) {
      right[127] = ~(here ^ earlier);
    }
  }

  /** Clears places before the first that a lag can look back from, and those beyond the end. */
  private static void clearOutside(long[] right, int from, int count) {
    long inside = -1L >>> (64 - count);
    for (int lag = 1; lag <= right.length; lag++) {
      int missing = lag - from;
      long seen = missing <= 0 ? -1 : missing < 64 ? -1L << missing : 0;
      right[lag - 1] &= inside & seen;
    }
  }

  private PredictionEstimate.Score symbols(byte[] symbols, int alphabet) {
    Scoreboard board = new Scoreboard(lags);
    int[] last = new int[alphabet];
    Arrays.fill(last, -lags - 1);
    int[] before = new int[symbols.length];
    for (int i = 0; i < symbols.length; i++) {
      int symbol = symbols[i] & 0xFF;
      if (i > 0) {
        board.guessed(symbols[i - 1 - board.leader()] == symbols[i]);
      }
      for (int at = last[symbol]; i - at <= lags; at = before[at]) {
        board.point(i - at - 1);
      }
      before[i] = last[symbol];
      last[symbol] = i;
    }
    return board.score();
  }
}
