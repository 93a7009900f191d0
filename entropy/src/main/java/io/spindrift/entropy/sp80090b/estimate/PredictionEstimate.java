package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;

/**
 * What a predictor's score says about entropy.
 *
 * <p>P_global = C / N for C right guesses of N, bounded above by P' = min(1, P + 2.576 sqrt(P (1 -
 * P) / (N - 1))), or 1 - 0.01^(1/N) when C = 0. P_local is the p at which a run of r = 1 + the
 * longest run of right guesses is absent from N trials with probability 0.99. H = -log2 max(P',
 * P_local, 1/k). SP 800-90B, section 6.3.7, steps 6 to 8, and section 6.3.7's equations for
 * P_local.
 *
 * <p>As in the reference tool P_local is sought, and reported, only where it can change H.
 */
final class PredictionEstimate {
  private static final double LOG_ABSENT = Math.log(0.99);
  private static final int ITERATIONS = 66;

  /**
   * Ends the estimate of a predictor.
   *
   * @param guesses number of guesses, N
   * @param score right guesses and their longest run
   * @param alphabet number of symbols, k
   */
  static Finding finish(Quantities found, long guesses, Score score, int alphabet) {
    double global = score.right() / (double) guesses;
    double bound =
        score.right() > 0
            ? UpperBound.ofProportion(global, guesses)
            : 1 - Math.pow(0.01, 1.0 / guesses);
    found
        .with("C", score.right())
        .with("r", score.longestRun() + 1)
        .with("N", guesses)
        .with("P_global", global)
        .with("P_global'", bound);
    double likeliest = Math.max(1.0 / alphabet, bound);
    double run = score.longestRun() + 1;
    if (likeliest < 1 && logAbsence(likeliest, run, guesses) > LOG_ABSENT) {
      double local = Bisection.solve(p -> logAbsence(p, run, guesses), LOG_ABSENT, likeliest, 1);
      found.with("P_local", local);
      likeliest = Math.max(likeliest, local);
    }
    return found.entropyOf(likeliest);
  }

  /**
   * Right guesses.
   *
   * @param right number of right guesses, C
   * @param longestRun longest run of right guesses, r - 1
   */
  record Score(long right, long longestRun) {}

  /**
   * Logarithm of the probability that N trials of success probability p hold no run of r successes:
   * (1 - p x) / ((r + 1 - r x) q) x^-(N+1), q = 1 - p, x the root near one of x = 1 + q p^r
   * x^(r+1). Feller, "An Introduction to Probability Theory and Its Applications", volume 1,
   * XIII.7. Written in e = x - 1, which keeps its digits: ln(1 - p e / q) - ln(1 - r e) - (N + 1)
   * ln(1 + e).
   */
  static double logAbsence(double p, double run, double trials) {
    double q = 1 - p;
    double first = q * Math.pow(p, run);
    double e = 0;
    for (int i = 0; i < ITERATIONS; i++) {
      double next = first * Math.exp((run + 1) * Math.log1p(e));
      if (!(next - e > Math.ulp(next))) {
        break;
      }
      e = next;
    }
    double lost = p * e / q;
    return lost < 1 && run * e < 1
        ? Math.log1p(-lost) - Math.log1p(-run * e) - (trials + 1) * Math.log1p(e)
        : Double.NEGATIVE_INFINITY;
  }

  private PredictionEstimate() {}
}
