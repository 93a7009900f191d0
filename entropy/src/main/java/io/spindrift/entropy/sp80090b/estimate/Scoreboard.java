package io.spindrift.entropy.sp80090b.estimate;

/**
 * The contest of several predictors, one point at a time; the rules are {@link BitScoreboard}'s.
 */
final class Scoreboard {
  private final int[] points;
  private final RunOfRight run = new RunOfRight();
  private int leader;

  Scoreboard(int predictors) {
    points = new int[predictors];
  }

  /** The predictor that guesses next. */
  int leader() {
    return leader;
  }

  /** Scores the guess of who led before the points of this place are given. */
  void guessed(boolean right) {
    run.add(right);
  }

  /** Gives a point to a predictor that was right. */
  void point(int predictor) {
    if (++points[predictor] >= points[leader]) {
      leader = predictor;
    }
  }

  /** The score of the leaders so far. */
  PredictionEstimate.Score score() {
    return run.score();
  }
}
