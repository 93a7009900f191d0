package io.spindrift.device.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.device.PulseEnergy;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.Quadratic;
import io.spindrift.device.spec.SwitchingFit;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.testkit.DistributionAssert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactFitTest {
  private static final MagneticState P = MagneticState.PARALLEL;
  private static final MagneticState AP = MagneticState.ANTIPARALLEL;

  private final CompactFitDevice device =
      (CompactFitDevice) DeviceLoader.load("measured-compact-fit", List.of()).spec();
  private final CompactFitSwitching switching = new CompactFitSwitching(device, StreamKey.root(1));
  private final CompactFitResistance resistance =
      new CompactFitResistance(device, StreamKey.root(1));

  @ParameterizedTest
  @ValueSource(doubles = {2.5, 4.0, 10.0})
  void longPulsesReachAPlateauOfOneHalf(double nanoseconds) {
    double central = switching.central(1.8, nanoseconds, CompactFitSwitching.Draw.NOMINAL);
    assertThat(central).isCloseTo(0.500, within(5e-4));
  }

  @Test
  void twoNanosecondsLieAtTheEdgeOfThePlateau() {
    // The step still lacks exp(-(2 ln 4/0.322 ns)(2 ns - 1.318 ns)) = 0.3 % of its height.
    double central = switching.central(1.8, 2.0, CompactFitSwitching.Draw.NOMINAL);
    assertThat(central).isCloseTo(0.500, within(2e-3)).isLessThan(0.4995);
  }

  @Test
  void asymmetryFavoursAntiparallelToParallel() {
    assertThat(nominal(AP, 1.44, 3e-9)).isCloseTo(0.536, within(5e-4));
    assertThat(nominal(P, 1.44, 3e-9)).isCloseTo(0.465, within(5e-4));
    assertThat(nominal(AP, 1.44, 2e-9)).isCloseTo(0.536, within(2e-3));
    assertThat(nominal(P, 1.44, 2e-9)).isCloseTo(0.465, within(2e-3));
  }

  @Test
  void twoNanosecondPulseCosts54FemtojoulesInTheParallelState() {
    double ohms = resistance.resistanceOhms(P, 1.44, -1);
    double joules = PulseEnergy.of(1.44, 2e-9, ohms, 0).totalJoules();
    assertThat(joules).isCloseTo(54e-15, within(0.54e-15));
    // C V^2 of 1 fF beside it.
    assertThat(PulseEnergy.of(1.44, 2e-9, ohms, 1e-15).chargingJoules())
        .isCloseTo(2.0736e-15, within(1e-24));
  }

  @Test
  void halfOfTheStepIsReachedAtItsCentreAndTheWidthIsFrom20To80Percent() {
    double v = 1.8;
    double centre = device.switching().centre().at(v);
    double half = device.switching().width().at(v) / 2;
    double floor = device.switching().baseline().at(v);
    double height = device.switching().amplitude().at(v);
    var nominal = CompactFitSwitching.Draw.NOMINAL;
    assertThat(switching.central(v, centre, nominal)).isCloseTo(floor + height / 2, within(1e-12));
    assertThat(switching.central(v, centre - half, nominal))
        .isCloseTo(floor + 0.2 * height, within(1e-12));
    assertThat(switching.central(v, centre + half, nominal))
        .isCloseTo(floor + 0.8 * height, within(1e-12));
  }

  @Test
  void nothingSwitchesBelowTheLowestVoltageOrTheShortestPulse() {
    assertThat(nominal(P, 1.27, 5e-9)).isZero();
    assertThat(nominal(P, 1.28, 5e-9)).isPositive();
    assertThat(nominal(P, -1.44, 5e-9)).isZero();
    assertThat(nominal(P, 1.92, 0.69e-9)).isZero();
    assertThat(nominal(AP, 1.92, 3e-9)).isEqualTo(nominal(AP, 2.5, 3e-9));
  }

  @Test
  void valuesOutsideTheFitAreRefused() {
    assertThatThrownBy(() -> switching.probability(P, 1.44, 2e-9, 350, -1))
        .hasMessage("temperature must be 300 K, the only one that the model covers, but was 350 K");
    assertThatThrownBy(() -> nominal(P, 1.44, Double.NaN)).hasMessageContaining("NaN s");
    assertThatThrownBy(() -> nominal(P, Double.NaN, 2e-9)).hasMessageContaining("NaN V");
  }

  @Test
  void resistanceFollowsItsFit() {
    assertThat(resistance.resistanceOhms(P, 0, -1))
        .isCloseTo(114112.2817 / 1.108333982, within(1e-6));
    double ratio = resistance.resistanceOhms(AP, 0.5, -1) / resistance.resistanceOhms(P, 0.5, -1);
    assertThat(ratio - 1).isCloseTo(0.572198649 / (1 + 0.505290180 * 0.25), within(1e-12));
  }

  @Test
  void devicesDifferByTheirSpreadAndKeepTheirDraw() {
    // 4,000 devices: the mean of eta is recovered from P within four standard errors (6e-5).
    int devices = 4_000;
    double etas = 0;
    double ohms = 0;
    double squares = 0;
    for (int i = 0; i < devices; i++) {
      double up = -Math.log1p(-switching.probability(AP, 1.44, 10e-9, 300, i));
      double down = -Math.log1p(-switching.probability(P, 1.44, 10e-9, 300, i));
      etas += Math.log(up / down) / devices;
      double r = resistance.resistanceOhms(P, 1.44, i);
      ohms += r / devices;
      squares += r * r / devices;
    }
    assertThat(etas).isCloseTo(0.20307, within(4 * 0.66857 / Math.sqrt(devices)));
    double sigma = 1e3 * device.resistance().parallelSigma().at(1.44);
    assertThat(Math.sqrt(squares - ohms * ohms)).isCloseTo(sigma, within(0.05 * sigma));
    assertThat(switching.probability(P, 1.44, 2e-9, 300, 17))
        .isEqualTo(switching.probability(P, 1.44, 2e-9, 300, 17));
    assertThat(
            new CompactFitSwitching(device, StreamKey.root(2)).probability(P, 1.44, 2e-9, 300, 17))
        .isNotEqualTo(switching.probability(P, 1.44, 2e-9, 300, 17));
  }

  /**
   * First order: the variance of P is the sum of (dP/dx sigma)^2 over the four parameters. The
   * sigmas of the fit are made 1,000 times smaller, the slopes taken one parameter at a time; 4,000
   * devices know the standard deviation to 1.1 %, checked at four of these errors.
   */
  @Test
  void smallSpreadsReachTheProbabilityToFirstOrder() {
    List<String> small = new ArrayList<>();
    for (String quadratic : List.of("amplitudeSigma", "centreSigma", "widthSigma")) {
      for (String term : List.of("square", "linear", "constant")) {
        small.add("switching." + quadratic + "." + term + "=" + 1e-3 * sigma(quadratic, term));
      }
    }
    small.add("switching.asymmetrySigma=" + 1e-3 * device.switching().asymmetrySigma());
    CompactFitDevice narrow =
        (CompactFitDevice) DeviceLoader.load("measured-compact-fit", small).spec();
    CompactFitSwitching model = new CompactFitSwitching(narrow, StreamKey.root(1));
    double[] values =
        IntStream.range(0, 4_000)
            .mapToDouble(i -> model.probability(P, 1.44, 1.4e-9, 300, i))
            .toArray();
    double nominal = nominal(P, 1.44, 1.4e-9);
    double[] slopes = new double[4];
    // Least squares of P - nominal in the deviates, which are independent and of unit variance.
    for (int i = 0; i < values.length; i++) {
      CompactFitSwitching.Draw d = model.draw(i);
      double[] z = {d.centre(), d.amplitude(), d.width(), d.asymmetry()};
      for (int k = 0; k < 4; k++) {
        slopes[k] += (values[i] - nominal) * z[k] / values.length;
      }
    }
    // Slope in eta by hand: P = 1 - exp(-L e^(-eta/2)), dP/d eta = -(1 - P) (-ln(1 - P))/2.
    double eta = (1 - nominal) * Math.log1p(-nominal) / 2;
    double sigma = 1e-3 * device.switching().asymmetrySigma();
    double total = Math.sqrt(Arrays.stream(slopes).map(s -> s * s).sum());
    double error = total / Math.sqrt(values.length);
    assertThat(slopes[3]).isCloseTo(eta * sigma, within(4 * error));
    DistributionAssert.variance(values, total * total, 4);
  }

  private double sigma(String quadratic, String term) {
    SwitchingFit fit = device.switching();
    Quadratic q =
        switch (quadratic) {
          case "amplitudeSigma" -> fit.amplitudeSigma();
          case "centreSigma" -> fit.centreSigma();
          default -> fit.widthSigma();
        };
    return switch (term) {
      case "square" -> q.square();
      case "linear" -> q.linear();
      default -> q.constant();
    };
  }

  private double nominal(MagneticState from, double volts, double seconds) {
    return switching.probability(from, volts, seconds, 300, -1);
  }
}
