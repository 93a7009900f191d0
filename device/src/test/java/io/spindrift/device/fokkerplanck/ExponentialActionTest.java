package io.spindrift.device.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.numerics.Constants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The matrix exponential against closed forms and a plain Taylor series. */
class ExponentialActionTest {
  private static final LinearField NOTHING = new LinearField(0, 0, 0, 0, 0, 0);
  private static final LinearField EVERYTHING =
      new LinearField(0.011, -0.007, 0.005, -0.02, -0.013, 0.03, 0.009);

  private static double[] start(HarmonicLayout layout) {
    LinearField pull = new LinearField(0.3, 0.5, -0.4, 0, 0, 0);
    return new BoltzmannDensity(pull, 8, SphereRegion.WHOLE, layout.degree())
        .projected(layout)
        .coefficients()
        .clone();
  }

  private static ExponentialAction action(Generator generator) {
    return new ExponentialAction(generator, 1e-16, BlockProduct.fastest());
  }

  @Test
  void freeDiffusionDampsEveryDegreeAsItMust() {
    DriftBasis basis = new DriftBasis(20);
    double[] before = start(basis.layout());
    double[] p = before.clone();
    action(basis.generator(NOTHING, 0.03, 1e7)).advance(p, 3e-9);
    for (int l = 0; l <= 20; l++) {
      for (int m = 0; m <= l; m++) {
        int at = basis.layout().at(HarmonicLayout.COSINE, l, m);
        double decay = Math.exp(-l * (l + 1) * 1e7 * 3e-9);
        assertThat(p[at]).isCloseTo(before[at] * decay, within(1e-14));
      }
    }
  }

  @Test
  void withoutDampingTheMeanTurnsAboutAUniformField() {
    DriftBasis basis = new DriftBasis(20);
    double tesla = 0.1;
    double seconds = 1.7e-9;
    double[] p = start(basis.layout());
    int x = basis.layout().at(HarmonicLayout.COSINE, 1, 1);
    int y = basis.layout().at(HarmonicLayout.SINE, 1, 1);
    int z = basis.layout().at(HarmonicLayout.COSINE, 1, 0);
    double[] before = {p[x], p[y], p[z]};
    action(basis.generator(new LinearField(0, 0, tesla, 0, 0, 0), 0, 1e7)).advance(p, seconds);
    double angle =
        Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA * tesla * seconds; // anticlockwise
    double decay = Math.exp(-2 * 1e7 * seconds);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    assertThat(p[x]).isCloseTo(decay * (cos * before[0] - sin * before[1]), within(1e-13));
    assertThat(p[y]).isCloseTo(decay * (sin * before[0] + cos * before[1]), within(1e-13));
    assertThat(p[z]).isCloseTo(decay * before[2], within(1e-13));
  }

  @Test
  void aDensityInAUniformFieldSettlesInLangevinsMean() {
    DriftBasis basis = new DriftBasis(40);
    double damping = 0.3;
    double diffusion = 2e8;
    double[] p = start(basis.layout());
    double tesla = 0.05;
    action(basis.generator(new LinearField(tesla, 0, 0, 0, 0, 0), damping, diffusion))
        .advance(p, 60e-9);
    double xi = tesla * BoltzmannDensity.perTesla(damping, diffusion);
    double mean = Math.sqrt(4 * Math.PI / 3) * p[basis.layout().at(HarmonicLayout.COSINE, 1, 1)];
    assertThat(mean).isCloseTo(1 / Math.tanh(xi) - 1 / xi, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0.02, 1e7", "0.5, 5e8", "3, 2e9", "0.1, 5e9"})
  void everyDampingAgreesWithATaylorSeriesOfSmallSteps(double damping, double diffusion) {
    DriftBasis basis = new DriftBasis(16);
    Generator generator = basis.generator(EVERYTHING, damping, diffusion);
    double[] p = start(basis.layout());
    double[] expected = taylor(generator, p, 0.5e-9);
    action(generator).advance(p, 0.5e-9);
    assertThat(p).containsExactly(expected, within(1e-12));
  }

  private static double[] taylor(Generator generator, double[] start, double seconds) {
    double norm = generator.turningPerSecond() - generator.lowestPerSecond();
    int steps = (int) Math.ceil(2 * norm * seconds);
    double[] sum = start.clone();
    for (int step = 0; step < steps; step++) {
      double[] term = sum.clone();
      for (int k = 1; k < 30; k++) {
        term = generator.operator().applied(term);
        for (int i = 0; i < term.length; i++) {
          term[i] *= seconds / steps / k;
          sum[i] += term[i];
        }
      }
    }
    return sum;
  }

  @Test
  void vectorInstructionsChangeNoBit() {
    DriftBasis basis = new DriftBasis(37);
    Generator generator = basis.generator(EVERYTHING, 0.03, 1e7);
    double[] plain = start(basis.layout());
    double[] fast = plain.clone();
    new ExponentialAction(generator, 1e-16, BlockProduct.PLAIN).advance(plain, 1e-9);
    new ExponentialAction(generator, 1e-16, BlockProduct.fastest()).advance(fast, 1e-9);
    assertThat(fast).isEqualTo(plain);
  }

  @Test
  void halfTheWayTwiceIsTheWholeWay() {
    DriftBasis basis = new DriftBasis(30);
    Generator generator = basis.generator(EVERYTHING, 0.03, 1e7);
    double[] once = start(basis.layout());
    double[] twice = once.clone();
    action(generator).advance(once, 2e-9);
    ExponentialAction half = action(generator);
    half.advance(twice, 1e-9);
    half.advance(twice, 1e-9);
    assertThat(twice).containsExactly(once, within(1e-13));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0.7651976865579666, 0.4657596075936404",
    "1, 3, 0.0195633539826684, 0.0081553077728143",
    "50, 7, 0.0604912012595371, 0.0345071647824056"
  })
  void besselFunctionsHaveTheirTabulatedValues(
      double x, int order, double ordinary, double modified) {
    // Independent values, scipy.special jv and ive (I times e^-x); compare Abramowitz, table 9.1.
    assertThat(BesselSequence.ordinary(x, 12)[order]).isCloseTo(ordinary, within(1e-15));
    assertThat(BesselSequence.modified(x, 12)[order]).isCloseTo(modified, within(1e-15));
  }
}
