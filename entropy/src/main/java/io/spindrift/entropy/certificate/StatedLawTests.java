package io.spindrift.entropy.certificate;

import static io.spindrift.entropy.certificate.GaussianCertificate.test;

import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.entropy.gaussian.PowerSums;
import io.spindrift.entropy.gaussian.StatedLaw;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.TestResult;
import java.util.ArrayList;
import java.util.List;

/** Tests of samples against the exact law that their method states. */
final class StatedLawTests {
  private static final double FLOAT_ROUNDING = 1e-6;

  static List<TestResult> of(StatedLaw law, GaussianTally tally, double[] r, float[] rising) {
    double n = tally.count();
    SortedSamples.Comparison distance = SortedSamples.with(law, rising);
    String subset = rising.length < n ? "first " + rising.length : "";
    List<TestResult> found = new ArrayList<>();
    found.add(test("Mean", "", mean(law, tally.sums())));
    found.add(test("Variance", "", variance(law, tally.sums())));
    found.add(test("KolmogorovSmirnov", subset, distance.kolmogorovSmirnov(rising.length)));
    found.add(test("AndersonDarling", subset, distance.andersonDarlingTest()));
    found.add(
        test(
            "ChiSquare",
            "pooled cells",
            NormalCells.against(law::cumulative, tally.cells(), tally.count())));
    for (int i = 0; i < GaussianTally.TAIL_SIGMAS.size(); i++) {
      int sigma = GaussianTally.TAIL_SIGMAS.get(i);
      double within = law.cumulative(sigma) - law.cumulative(Math.nextDown(-(double) sigma));
      double beyond = Math.clamp(1 - within, 0, 1);
      found.add(test("Tail", sigma + " sigma", GaussianCertificate.tail(tally, i, beyond)));
    }
    found.add(test("Support", "", support(distance)));
    found.addAll(GaussianCertificate.independence(r, n));
    return found;
  }

  /** z = (m - mu) sqrt(n / variance), normal in the limit. */
  private static Judged mean(StatedLaw law, PowerSums sums) {
    double z = (sums.mean() - law.mean()) * Math.sqrt(sums.count() / law.variance());
    return new Judged(NormalTails.twoSided(z), z);
  }

  /**
   * z = (s^2/variance - 1) sqrt(n / (kurtosis - 1)), s^2 about the known mean, in the limit; a law
   * of two values has kurtosis 1 and its squares do not vary at all.
   */
  private static Judged variance(StatedLaw law, PowerSums sums) {
    double off = sums.mean() - law.mean();
    double second = sums.centralSecond() + off * off;
    double spread = Math.sqrt((law.excessKurtosis() + 2) / sums.count());
    double error = second / law.variance() - 1;
    if (spread < FLOAT_ROUNDING) {
      return new Judged(Math.abs(error) < FLOAT_ROUNDING ? 1 : 0, error);
    }
    double z = error / spread;
    return new Judged(NormalTails.twoSided(z), z);
  }

  /** A sample that the law cannot make has probability zero. */
  private static Judged support(SortedSamples.Comparison distance) {
    return new Judged(distance.impossible() > 0 ? 0 : 1, distance.impossible());
  }

  private StatedLawTests() {}
}
