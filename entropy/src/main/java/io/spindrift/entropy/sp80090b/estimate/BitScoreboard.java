package io.spindrift.entropy.sp80090b.estimate;

/**
 * The contest of several predictors of bits, 64 places at a time.
 *
 * <p>At every place the predictor that leads guesses; then each predictor that was right gains a
 * point, in order, and leads when it has at least as many points as the leader. While no other
 * predictor can catch the leader within a word, the word is scored at once; else place by place
 * among those that can.
 */
final class BitScoreboard {
  private final int[] points;
  private final int[] contenders;
  private final RunOfRight run = new RunOfRight();
  private int leader;

  BitScoreboard(int predictors) {
    points = new int[predictors];
    contenders = new int[predictors];
  }

  /**
   * The score of predictors that have made all their guesses.
   *
   * @param right places at which each predictor guessed right, 64 to a word
   * @param spoke places at which each predictor made a guess
   * @param length number of places
   */
  static PredictionEstimate.Score ofAll(long[][] right, long[][] spoke, int length) {
    BitScoreboard board = new BitScoreboard(right.length);
    long[] rightHere = new long[right.length];
    long[] spokeHere = new long[right.length];
    for (int from = 0; from < length; from += 64) {
      for (int i = 0; i < right.length; i++) {
        rightHere[i] = right[i][from >>> 6];
        spokeHere[i] = spoke[i][from >>> 6];
      }
      board.score(rightHere, spokeHere, Math.min(64, length - from));
    }
    return board.score();
  }

  /**
   * Scores {@code count} places, the lowest bits of each word.
   *
   * @param right places at which each predictor guessed right, zeros above {@code count}
   * @param spoke places at which each predictor made a guess; a leader without one is passed over
   */
  void score(long[] right, long[] spoke, int count) {
    int found = contenders(right);
    if (found == 1) {
      scoreLeader(right[leader], spoke[leader], count);
    } else {
      contest(right, spoke, count, found);
    }
  }

  /** Adds all points and lists who can lead within this word, the leader among them. */
  private int contenders(long[] right) {
    int reach = points[leader];
    int found = 0;
    for (int i = 0; i < right.length; i++) {
      points[i] += Long.bitCount(right[i]);
      contenders[found] = i;
      found += points[i] >= reach ? 1 : 0;
    }
    return found;
  }

  private void scoreLeader(long right, long spoke, int count) {
    if ((spoke | (count == 64 ? 0 : -1L << count)) == -1) {
      run.add(right, count);
    } else {
      for (int k = 0; k < count; k++) {
        if (((spoke >>> k) & 1) != 0) {
          run.add(((right >>> k) & 1) != 0);
        }
      }
    }
  }

  private void contest(long[] right, long[] spoke, int count, int found) {
    for (int i = 0; i < found; i++) {
      points[contenders[i]] -= Long.bitCount(right[contenders[i]]);
    }
    for (int k = 0; k < count; k++) {
      if (((spoke[leader] >>> k) & 1) != 0) {
        run.add(((right[leader] >>> k) & 1) != 0);
      }
      for (int i = 0; i < found; i++) {
        int predictor = contenders[i];
        if (((right[predictor] >>> k) & 1) != 0 && ++points[predictor] >= points[leader]) {
          leader = predictor;
        }
      }
    }
  }

  /** The score of the leaders so far. */
  PredictionEstimate.Score score() {
    return run.score();
  }
}
