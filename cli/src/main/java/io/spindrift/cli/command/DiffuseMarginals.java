package io.spindrift.cli.command;

import io.spindrift.memory.process.MarginalCheck;
import java.util.List;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/** Counted bits of one plane, both initial values, as one line of the result. */
final class DiffuseMarginals {
  private final List<MarginalCheck> checks;
  private double chiSquare;
  private int freedom;
  private double predicted;
  private double flipped;
  private double cells;
  private double ones;
  private double least = 1;

  /** The checks of a plane, of bits that were 0 and of bits that were 1. */
  DiffuseMarginals(List<MarginalCheck> checks) {
    this.checks = checks;
    for (MarginalCheck check : checks) {
      long bits = check.counts().cells(check.initial());
      ones += bits * check.kernel().one(check.initial());
      predicted += bits * check.kernel().flip(check.initial());
      flipped += check.counts().flipped(check.initial());
      cells += bits;
      if (bits > 0) {
        chiSquare += check.deviate() * check.deviate();
        freedom++;
        least = Math.min(least, exact(check));
      }
    }
  }

  /** The line of the result. */
  DiffuseStep step(double shareOfOnes, DiffusePrices.Spent spent) {
    MarginalCheck check = checks.getFirst();
    return new DiffuseStep(
        check.step(),
        "plane " + check.plane(),
        predicted / cells,
        flipped / cells,
        new DiffuseStep.ChiSquare(chiSquare, freedom),
        Math.min(1, freedom * least),
        ones / cells,
        shareOfOnes,
        correlation(check),
        spent.actions(),
        spent.joules());
  }

  /** Twice the smaller tail: right for few flips too, where a deviate is not normal. */
  private static double exact(MarginalCheck check) {
    int flipped = (int) check.counts().flipped(check.initial());
    BinomialDistribution law =
        new BinomialDistribution(
            (int) check.counts().cells(check.initial()), check.kernel().flip(check.initial()));
    double upTo = law.cumulativeProbability(flipped);
    double from = 1 - law.cumulativeProbability(flipped - 1);
    return Math.min(1, 2 * Math.min(upTo, from));
  }

  /** P(1 | was 1) - P(1 | was 0): the slope of a bit on what it was. */
  private static double correlation(MarginalCheck check) {
    double zeros = check.counts().cells(0);
    double ones = check.counts().cells(1);
    return zeros == 0 || ones == 0
        ? Double.NaN
        : 1 - check.counts().flipped(0) / zeros - check.counts().flipped(1) / ones;
  }
}
