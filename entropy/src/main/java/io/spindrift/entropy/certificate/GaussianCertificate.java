package io.spindrift.entropy.certificate;

import io.spindrift.entropy.GaussianSource;
import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.entropy.gaussian.StatedLaw;
import io.spindrift.entropy.sp80022.CheckOutcome;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.TestResult;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What Gaussian samples were shown to be: compared with the standard normal and, where the method
 * states one, with its exact law.
 *
 * @param source what made the samples
 * @param count number of samples
 * @param sortedCount samples, from the first on, that the Kolmogorov-Smirnov and Anderson-Darling
 *     tests saw
 * @param moments moments with standard errors
 * @param lowest smallest sample seen
 * @param highest largest sample seen
 * @param reachSigma largest magnitude that the source can make, infinite when there is none or it
 *     is unknown
 * @param kolmogorovSmirnov sup |F_n(x) - Phi(x)| over the sorted samples
 * @param tails counts beyond 3, 4 and 5 sigma
 * @param autocorrelation r(1), r(2), ... of the samples, standard error 1/sqrt(n)
 * @param normal every test against the standard normal, with the family-wise verdict
 * @param stated every test against the stated law with its own verdict, null when none is stated
 * @param power what so many samples could have shown
 */
public record GaussianCertificate(
    String source,
    long count,
    int sortedCount,
    Moments moments,
    double lowest,
    double highest,
    double reachSigma,
    double kolmogorovSmirnov,
    List<Tail> tails,
    List<Double> autocorrelation,
    FamilyVerdict normal,
    @Nullable FamilyVerdict stated,
    PowerStatement power) {
  /** Fewest samples for which the limiting distributions of the tests hold well. */
  public static final int FEWEST_SAMPLES = 1000;

  /** Family-wise probability of rejecting good samples. */
  public static final double LEVEL = 0.01;

  /**
   * Samples in one pair of tails.
   *
   * @param sigma distance from zero
   * @param counted samples with |x| > sigma
   * @param normalExpected the number that the standard normal law expects
   */
  public record Tail(int sigma, long counted, double normalExpected) {}

  /** Copies the lists. */
  public GaussianCertificate {
    tails = List.copyOf(tails);
    autocorrelation = List.copyOf(autocorrelation);
  }

  /** Draws one block of {@code count} samples and certifies it. */
  public static GaussianCertificate of(
      GaussianSource source, StreamKey key, int count, @Nullable StatedLaw law) {
    float[] samples = new float[Require.atLeast("sample count", count, FEWEST_SAMPLES)];
    source.fill(key, samples, 0, count);
    return of(source.name(), samples, source.reachSigma(), law);
  }

  /** Certifies an array of samples. */
  public static GaussianCertificate of(
      String source, float[] samples, double reachSigma, @Nullable StatedLaw law) {
    GaussianTally tally = new GaussianTally();
    tally.add(samples, 0, samples.length);
    return of(source, tally, reachSigma, law, LEVEL);
  }

  /**
   * Certifies gathered samples.
   *
   * @param reachSigma largest magnitude that the source can make, infinite when unknown
   * @param law the law that the method states, null for none
   * @param level family-wise level of each of the two verdicts
   * @throws IllegalArgumentException when there are fewer than {@link #FEWEST_SAMPLES} samples or
   *     all are equal
   */
  public static GaussianCertificate of(
      String source,
      GaussianTally tally,
      double reachSigma,
      @Nullable StatedLaw law,
      double level) {
    Require.atLeast("sample count", tally.count(), FEWEST_SAMPLES);
    Moments moments = Moments.of(tally.sums());
    double[] r = tally.correlations();
    float[] rising = tally.sorted();
    SortedSamples.Comparison distance = SortedSamples.withNormal(rising);
    FamilyVerdict normal =
        FamilyVerdict.of(normalTests(tally, moments, distance, r, rising), level);
    return new GaussianCertificate(
        source,
        tally.count(),
        rising.length,
        moments,
        tally.lowest(),
        tally.highest(),
        reachSigma,
        distance.distance(),
        tails(tally),
        DoubleStream.of(r).skip(1).boxed().toList(),
        normal,
        law == null ? null : FamilyVerdict.of(StatedLawTests.of(law, tally, r, rising), level),
        PowerStatement.of(tally.count(), level, normal.judged()));
  }

  private static List<TestResult> normalTests(
      GaussianTally tally,
      Moments moments,
      SortedSamples.Comparison distance,
      double[] r,
      float[] rising) {
    double n = tally.count();
    List<TestResult> found = new ArrayList<>();
    found.add(test("Mean", "", MomentTests.mean(tally.sums())));
    found.add(test("Variance", "", MomentTests.variance(tally.sums())));
    found.add(test("Skewness", "", MomentTests.skewness(moments.skewness(), n)));
    found.add(test("ExcessKurtosis", "", MomentTests.excessKurtosis(moments.excessKurtosis(), n)));
    String subset = rising.length < n ? "first " + rising.length : "";
    found.add(test("KolmogorovSmirnov", subset, distance.kolmogorovSmirnov(rising.length)));
    found.add(test("AndersonDarling", subset, distance.andersonDarlingTest()));
    found.add(
        test("ChiSquare", "equiprobable", NormalCells.equiprobable(tally.cells(), tally.count())));
    for (int i = 0; i < GaussianTally.TAIL_SIGMAS.size(); i++) {
      int sigma = GaussianTally.TAIL_SIGMAS.get(i);
      double p = 2 * NormalTails.upperTail(sigma);
      found.add(test("Tail", sigma + " sigma", tail(tally, i, p)));
    }
    found.addAll(independence(r, n));
    return found;
  }

  static CheckOutcome tail(GaussianTally tally, int index, double p) {
    long counted = tally.beyond(index);
    return new Judged(BinomialTail.pValue(counted, tally.count(), p), counted);
  }

  /** Lag one alone, and all lags together. */
  static List<TestResult> independence(double[] r, double n) {
    double z = r[1] * Math.sqrt(n);
    return List.of(
        test("Autocorrelation", "lag 1", new Judged(NormalTails.twoSided(z), r[1])),
        test("LjungBox", "lags 1-" + (r.length - 1), LagSums.ljungBox(r, n)));
  }

  static TestResult test(String name, String parameter, CheckOutcome outcome) {
    return new TestResult(name, parameter, outcome);
  }

  private static List<Tail> tails(GaussianTally tally) {
    List<Tail> tails = new ArrayList<>();
    for (int i = 0; i < GaussianTally.TAIL_SIGMAS.size(); i++) {
      int sigma = GaussianTally.TAIL_SIGMAS.get(i);
      double expected = 2 * NormalTails.upperTail(sigma) * tally.count();
      tails.add(new Tail(sigma, tally.beyond(i), expected));
    }
    return tails;
  }
}
