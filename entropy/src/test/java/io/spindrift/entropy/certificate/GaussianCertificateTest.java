package io.spindrift.entropy.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.certificate.FamilyVerdict.Member;
import io.spindrift.entropy.certificate.FamilyVerdict.Verdict;
import io.spindrift.entropy.gaussian.BinomialSum;
import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.entropy.gaussian.SoftwareGaussian;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import io.spindrift.numerics.random.StreamKey;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class GaussianCertificateTest {
  private static final int COUNT = 100_000;

  private static float[] normal(long seed, int count) {
    float[] samples = new float[count];
    new SoftwareGaussian().fill(StreamKey.root(seed), samples, 0, count);
    return samples;
  }

  private static GaussianCertificate certify(float[] samples) {
    return GaussianCertificate.of("test", samples, Double.POSITIVE_INFINITY, null);
  }

  private static double pValue(FamilyVerdict family, String title) {
    Member member =
        family.members().stream()
            .filter(m -> m.title().startsWith(title))
            .findFirst()
            .orElseThrow();
    return ((Judged) member.result().outcome()).pValue();
  }

  @Test
  void momentsOfAHandMadeSampleAreExact() {
    // 1, -1 alternating: mean 0, variance n/(n-1), kurtosis 1, r(1) = -(n-1)/n, r(2) = (n-2)/n.
    float[] samples = new float[1000];
    for (int i = 0; i < 1000; i++) {
      samples[i] = i % 2 == 0 ? 1 : -1;
    }
    GaussianCertificate found = certify(samples);
    assertThat(found.moments().mean()).isZero();
    assertThat(found.moments().variance()).isCloseTo(1000.0 / 999, within(1e-14));
    assertThat(found.moments().excessKurtosis()).isCloseTo(-2, within(1e-14));
    assertThat(found.autocorrelation().get(0)).isCloseTo(-0.999, within(1e-14));
    assertThat(found.autocorrelation().get(1)).isCloseTo(0.998, within(1e-14));
    // F jumps to 1/2 at -1, where Phi(-1) = 0.158655.
    assertThat(found.kolmogorovSmirnov()).isCloseTo(0.5 - 0.15865525393, within(1e-10));
    assertThat(found.normal().verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void theAndersonDarlingStatisticIsItsDefinition() {
    float[] rising = {-1.5f, -0.25f, 0.125f, 0.5f, 2};
    double sum = 0;
    for (int i = 1; i <= 5; i++) {
      sum +=
          (2 * i - 1)
              * (Math.log(NormalTails.cumulative(rising[i - 1]))
                  + Math.log(NormalTails.upperTail(rising[5 - i])));
    }
    assertThat(SortedSamples.withNormal(rising).andersonDarling())
        .isCloseTo(-5 - sum / 5, within(1e-13));
  }

  @Test
  void stretchesJoinedInOrderAreTheWhole() {
    float[] samples = normal(3, 20_011);
    GaussianTally whole = new GaussianTally();
    whole.add(samples, 0, samples.length);
    GaussianTally joined = new GaussianTally();
    for (int[] cut : new int[][] {{0, 7}, {7, 20}, {20, 9000}, {9000, 9001}, {9001, 20_011}}) {
      GaussianTally part = new GaussianTally();
      part.add(samples, cut[0], cut[1]);
      joined.append(part);
    }
    assertThat(joined.cells()).isEqualTo(whole.cells());
    assertThat(joined.sorted()).isEqualTo(whole.sorted());
    double[] r = whole.correlations();
    double[] same = joined.correlations();
    for (int lag = 1; lag < r.length; lag++) {
      assertThat(same[lag]).isCloseTo(r[lag], within(1e-12));
    }
    // The definition, about the sample mean.
    double mean = whole.sums().mean();
    double second = 0;
    double third = 0;
    for (int i = 0; i < samples.length; i++) {
      second += (samples[i] - mean) * (samples[i] - mean);
      third += i < 3 ? 0 : (samples[i] - mean) * (samples[i - 3] - mean);
    }
    assertThat(r[3]).isCloseTo(third / second, within(1e-12));
  }

  @Test
  void pValuesOfGoodSamplesAreUniform() {
    // 400 sets of 4,000 samples. Shares below 0.01, 0.1 and 0.5: binomial(400, q), within 4.5 sd;
    // a chance of 7e-6 each, 27 of them: false alarm 2e-4. Tails are counts, so only at most q.
    int sets = 400;
    Map<String, double[]> below = new TreeMap<>();
    int failed = 0;
    double[] levels = {0.01, 0.1, 0.5};
    for (int s = 0; s < sets; s++) {
      GaussianCertificate found = certify(normal(1000 + s, 4000));
      failed += found.normal().verdict() == Verdict.FAILED ? 1 : 0;
      for (Member member : found.normal().members()) {
        double p = ((Judged) member.result().outcome()).pValue();
        double[] counts = below.computeIfAbsent(member.title(), t -> new double[3]);
        for (int l = 0; l < 3; l++) {
          counts[l] += p <= levels[l] ? 1 : 0;
        }
      }
    }
    assertThat(below).hasSize(12);
    below.forEach((title, counts) -> {
      for (int l = 0; l < 3; l++) {
        double expected = sets * levels[l];
        double slack = 4.5 * Math.sqrt(expected * (1 - levels[l]));
        assertThat(counts[l]).as(title + " at " + levels[l]).isLessThan(expected + slack);
        if (!title.startsWith("Tail")) {
          assertThat(counts[l]).as(title + " at " + levels[l]).isGreaterThan(expected - slack);
        }
      }
    });
    assertThat(failed).isLessThan(4 + 9);
  }

  /**
   * A defect of the size that the power statement gives, at one test's level of 1 %, in 200 sets;
   * rejections binomial(200, 0.9): sd 4.2, within 4 sd.
   */
  private static void isSeenNineTimesInTen(String test, int count, DoubleUnaryOperator defect) {
    int seen = 0;
    for (int s = 0; s < 200; s++) {
      float[] samples = normal(50_000 + s, count);
      for (int i = 0; i < count; i++) {
        samples[i] = (float) defect.applyAsDouble(samples[i]);
      }
      seen += pValue(certify(samples).normal(), test) <= 0.01 ? 1 : 0;
    }
    assertThat(seen).as(test).isBetween(163, 197);
  }

  @Test
  void theStatedShiftOfTheMeanIsSeenNineTimesInTen() {
    double shift = new PowerStatement(4000, 0.01, 0.9).meanShift();
    isSeenNineTimesInTen("Mean", 4000, x -> x + shift);
  }

  @Test
  void theStatedErrorOfTheVarianceIsSeenNineTimesInTen() {
    // Relative order sqrt(2/n): the spread under the alternative differs by 4 % of itself.
    double scale = Math.sqrt(1 + new PowerStatement(20_000, 0.01, 0.9).varianceError());
    isSeenNineTimesInTen("Variance", 20_000, x -> x * scale);
  }

  @Test
  void theStatedCorrelationIsSeenNineTimesInTen() {
    double r = new PowerStatement(4000, 0.01, 0.9).correlation(1);
    int seen = 0;
    for (int s = 0; s < 200; s++) {
      float[] samples = normal(90_000 + s, 4000);
      for (int i = 1; i < samples.length; i++) {
        samples[i] = (float) (r * samples[i - 1] + Math.sqrt(1 - r * r) * samples[i]);
      }
      seen += pValue(certify(samples).normal(), "Autocorrelation") <= 0.01 ? 1 : 0;
    }
    assertThat(seen).isBetween(163, 197);
  }

  @Test
  void eachKnownDefectIsFoundByTheTestThatLooksForIt() {
    // Sizes far above those that 10^6 samples reveal: a miss has a probability below 1e-6.
    int count = 1_000_000;
    float[] good = normal(77, count);
    assertThat(certify(good).normal().verdict()).isEqualTo(Verdict.PASSED);
    PowerStatement power = certify(good).power();
    assertThat(power.meanShift()).isLessThan(0.01);
    assertThat(power.varianceError()).isLessThan(0.01);
    assertThat(power.clippingSigma()).isGreaterThan(4);
    float[] shifted = good.clone();
    float[] wide = good.clone();
    float[] clipped = good.clone();
    float[] lagged = good.clone();
    for (int i = 0; i < count; i++) {
      shifted[i] += 0.01f;
      wide[i] *= (float) Math.sqrt(1.01);
      clipped[i] = Math.clamp(clipped[i], -4, 4);
      lagged[i] = i < 7 ? good[i] : (float) ((good[i] + 0.02 * good[i - 7]) / Math.sqrt(1.0004));
    }
    assertThat(pValue(certify(shifted).normal(), "Mean")).isLessThan(1e-12);
    assertThat(pValue(certify(wide).normal(), "Variance")).isLessThan(1e-6);
    assertThat(pValue(certify(clipped).normal(), "Tail 4")).isLessThan(1e-12);
    assertThat(pValue(certify(lagged).normal(), "LjungBox")).isLessThan(1e-12);
    assertThat(certify(clipped).normal().rejected().stream().map(Member::title))
        .containsExactly("Tail 4 sigma");
    assertThat(certify(lagged).normal().rejected().stream().map(Member::title))
        .containsExactly("LjungBox lags 1-32");
  }

  @Test
  void aBitSumFailsAsANormalAndPassesAsWhatItStates() {
    BinomialSum sum = BinomialSum.fair(new KeyedBits(), 16);
    GaussianCertificate found =
        GaussianCertificate.of(sum, StreamKey.root(6), COUNT, sum.lattice());
    assertThat(found.normal().verdict()).isEqualTo(Verdict.FAILED);
    FamilyVerdict stated = Objects.requireNonNull(found.stated());
    assertThat(stated.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(found.kolmogorovSmirnov())
        .isCloseTo(sum.lattice().kolmogorovSmirnov(), within(2.3 / Math.sqrt(COUNT)));
    assertThat(found.reachSigma()).isEqualTo(4);
    assertThat(stated.members().get(3).result().outcome()).isInstanceOf(NotApplicable.class);
    // A bias of one half per cent per bit is 0.04 sigma: 12 standard errors.
    GaussianCertificate wrong =
        GaussianCertificate.of(sum, StreamKey.root(6), COUNT, sum.lattice(0.505));
    assertThat(pValue(Objects.requireNonNull(wrong.stated()), "Mean")).isLessThan(1e-12);
    assertThat(pValue(Objects.requireNonNull(wrong.stated()), "ChiSquare")).isLessThan(1e-6);
  }

  @Test
  void aValueThatTheStatedLawCannotMakeIsImpossible() {
    BinomialSum sum = BinomialSum.fair(new KeyedBits(), 16);
    float[] samples = new float[COUNT];
    sum.fill(StreamKey.root(9), samples, 0, COUNT);
    samples[500] = 0.25f;
    GaussianCertificate found = GaussianCertificate.of("off", samples, 4, sum.lattice());
    assertThat(pValue(Objects.requireNonNull(found.stated()), "Support")).isZero();
  }

  @Test
  void pValuesAgainstAStatedLatticeAreUniform() {
    // 400 sets of 2,000 sums of 12 bits; share below 0.1 and 0.5 within 4.5 sd of binomial(400, q).
    BinomialSum sum = BinomialSum.fair(new KeyedBits(), 12);
    int[] tenth = new int[2];
    int[] half = new int[2];
    for (int s = 0; s < 400; s++) {
      GaussianCertificate found =
          GaussianCertificate.of(sum, StreamKey.root(300 + s), 2000, sum.lattice());
      FamilyVerdict stated = Objects.requireNonNull(found.stated());
      for (int t = 0; t < 2; t++) {
        double p = pValue(stated, t == 0 ? "Variance" : "ChiSquare");
        tenth[t] += p <= 0.1 ? 1 : 0;
        half[t] += p <= 0.5 ? 1 : 0;
      }
    }
    for (int t = 0; t < 2; t++) {
      assertThat(tenth[t]).isBetween(40 - 27, 40 + 27);
      assertThat(half[t]).isBetween(200 - 45, 200 + 45);
    }
  }

  @Test
  void samplesThatAreNoneAreRefused() {
    assertThatThrownBy(() -> certify(new float[2000]))
        .hasMessageContaining("variance of the samples must be positive");
    float[] broken = normal(1, 2000);
    broken[1234] = Float.NaN;
    assertThatThrownBy(() -> certify(broken)).hasMessageContaining("sample 1234 must be finite");
    assertThatThrownBy(() -> certify(new float[999]))
        .hasMessageContaining("sample count must be at least 1000, but was 999");
  }
}
