package io.spindrift.experiment.stage;

import io.spindrift.numerics.Require;
import java.util.List;

/**
 * Whether the counts of a trial are those of their closed forms.
 *
 * <p>Cells are of independent random kinds, so a count is binomial with the mean probability p of
 * the kinds. By Chernoff's bound a share x or one farther off on its side has at most the
 * probability exp(-n D), D = x ln(x/p) + (1 - x) ln((1 - x)/(1 - p)); a count is off when twice
 * that is below level/m for m counts (Bonferroni). The bound is not the probability: fewer than the
 * stated level of good trials are refused.
 *
 * @param judged counts that were judged
 * @param off those that are too far from their closed form
 */
public record TrialVerdict(List<ErrorShare> judged, List<ErrorShare> off) {
  /** Probability that a trial which follows its closed forms is refused, at most. */
  public static final double LEVEL = 1e-6;

  /** Copies the lists. */
  public TrialVerdict {
    judged = List.copyOf(judged);
    off = List.copyOf(off);
  }

  /** The verdict on counts, of which those without cells are left out. */
  public static TrialVerdict of(List<ErrorShare> counts) {
    List<ErrorShare> judged = counts.stream().filter(count -> count.cells() > 0).toList();
    return new TrialVerdict(
        judged, judged.stream().filter(count -> bound(count) < LEVEL / judged.size()).toList());
  }

  /** Whether no count is off. */
  public boolean passed() {
    return off.isEmpty();
  }

  /** Most that the probability of a count as far off can be, at most 1. */
  static double bound(ErrorShare count) {
    double p = Require.inRange("predicted share", count.predicted(), 0, 1, "");
    double x = count.share();
    double divergence = part(x, p) + part(1 - x, 1 - p);
    return Math.min(1, 2 * Math.exp(-count.cells() * divergence));
  }

  private static double part(double share, double predicted) {
    return share == 0 ? 0 : share * Math.log(share / predicted);
  }
}
