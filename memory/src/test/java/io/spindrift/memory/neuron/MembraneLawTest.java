package io.spindrift.memory.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MembraneLawTest {
  private static final double TAU = 20e-9;

  private static LeakyNeuron neuron(double stepSeconds, double weightVolts) {
    return new LeakyNeuron(8, weightVolts, 0.5, stepSeconds, TAU);
  }

  /** a = 1 - 1/4: 0.01^2 x 8 x 0.3 x 0.7 / (1 - 0.5625). */
  @Test
  void independentCoinsMakeTheVarianceOfTheFirstOrderProcess() {
    MembraneLaw law = new MembraneLaw(neuron(5e-9, 0.01), 0.3, 0);
    assertThat(law.neuron().kept()).isCloseTo(0.75, within(1e-15));
    assertThat(law.variance()).isCloseTo(1e-4 * 8 * 0.21 / 0.4375, within(1e-18));
    assertThat(law.mean()).isCloseTo(0.01 * 8 * (0.3 - 0.5) * 4, within(1e-15));
    assertThat(law.autocorrelation(3)).isCloseTo(0.421875, within(1e-15));
    assertThat(law.mean(1, 2)).isCloseTo(-0.064 + 1.064 * 0.5625, within(1e-12));
    assertThat(law.variance(1)).isCloseTo(1e-4 * 8 * 0.21, within(1e-18));
  }

  /** Every covariance of the second-order process, summed term by term from its definition. */
  @Test
  void correlatedCoinsAgreeWithTheSumOverAllPairsOfSteps() {
    for (double rho : new double[] {-0.6, -0.1, 0.3, 0.75, 0.9}) {
      MembraneLaw law = new MembraneLaw(neuron(5e-9, 0.01), 0.3, rho);
      double drive = 1e-4 * 8 * 0.21;
      for (int lag : new int[] {0, 1, 2, 7}) {
        double sum = 0;
        for (int i = 0; i < 400; i++) {
          for (int j = 0; j < 400; j++) {
            sum += Math.pow(0.75, i + j) * drive * Math.pow(rho, Math.abs(lag + j - i));
          }
        }
        assertThat(law.variance() * law.autocorrelation(lag))
            .as("rho %s, lag %s", rho, lag)
            .isCloseTo(sum, within(1e-10 * Math.abs(drive)));
      }
    }
  }

  /** A stationary law is one that a step leaves as it is: cumulants by exact enumeration. */
  @Test
  void theStationaryCumulantsAreThoseOfALongEnumeration() {
    LeakyNeuron two = new LeakyNeuron(2, 1, 0, 1, 1.25); // a = 0.2: few steps forget the start
    MembraneLaw law = new MembraneLaw(two, 0.3, 0);
    double[] mass = {0.49, 0.42, 0.09};
    int steps = 9;
    int all = (int) Math.pow(3, steps);
    double[] moment = new double[5];
    for (int outcome = 0; outcome < all; outcome++) {
      double v = law.mean();
      double weight = 1;
      for (int n = 0, rest = outcome; n < steps; n++, rest /= 3) {
        v = 0.2 * v + rest % 3;
        weight *= mass[rest % 3];
      }
      for (int j = 0; j < 5; j++) {
        moment[j] += weight * Math.pow(v - law.mean(), j);
      }
    }
    assertThat(moment[1]).isCloseTo(0, within(1e-9));
    assertThat(moment[2]).isCloseTo(law.variance(), within(1e-9));
    assertThat(moment[3] / Math.pow(moment[2], 1.5)).isCloseTo(law.skewness(), within(1e-8));
    assertThat(moment[4] / (moment[2] * moment[2]) - 3)
        .isCloseTo(law.excessKurtosis(), within(1e-8));
  }

  /** At fixed noise power the variance exceeds its limit by 1 / (1 - dt / 2 tau). */
  @Test
  void shortStepsApproachTheProcessOfUhlenbeckAndOrnstein() {
    for (double step : new double[] {2e-9, 2e-10, 2e-11}) {
      MembraneLaw law = new MembraneLaw(neuron(step, Math.sqrt(step) * 100), 0.5, 0);
      assertThat(law.noisePower()).isCloseTo(2e4, within(1e-9));
      assertThat(law.continuumVariance()).isCloseTo(2e4 * TAU / 2, within(1e-15));
      assertThat(law.variance() / law.continuumVariance())
          .isCloseTo(1 / (1 - step / (2 * TAU)), within(1e-9));
      int lag = (int) Math.round(TAU / step);
      assertThat(law.continuumAutocorrelation(lag)).isCloseTo(Math.exp(-1), within(1e-12));
      assertThat(law.autocorrelation(lag)).isCloseTo(Math.exp(-1), within(0.6 * step / TAU));
    }
  }

  @Test
  void equalRootsTakeTheLimitOfUnequalOnes() {
    MembraneLaw equal = new MembraneLaw(neuron(5e-9, 0.01), 0.5, 0.75);
    MembraneLaw near = new MembraneLaw(neuron(5e-9, 0.01), 0.5, 0.75 + 2e-6);
    for (int lag = 0; lag < 20; lag++) {
      assertThat(equal.autocorrelation(lag)).isCloseTo(near.autocorrelation(lag), within(1e-4));
    }
  }

  @Test
  void aNeuronOfGivenDeviationHasIt() {
    LeakyNeuron neuron = LeakyNeuron.ofDeviation(5e-3, 64, 0.47, 1e-9, TAU);
    assertThat(new MembraneLaw(neuron, 0.47, 0).variance()).isCloseTo(25e-6, within(1e-15));
    assertThat(new MembraneLaw(neuron, 0.47, 0).mean()).isZero();
  }

  @Test
  void valuesOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> neuron(21e-9, 0.01)).hasMessageContaining("membrane time constant");
    assertThatThrownBy(() -> neuron(Double.NaN, 0.01)).hasMessageContaining("time step");
    assertThatThrownBy(() -> new LeakyNeuron(8, 1, 0.5, 1, Double.NaN))
        .hasMessageContaining("membrane time constant must be");
    assertThatThrownBy(() -> new MembraneLaw(neuron(1e-9, 1), 0.5, 1))
        .hasMessageContaining("correlation of a coin");
    MembraneLaw correlated = new MembraneLaw(neuron(1e-9, 1), 0.5, 0.1);
    assertThatThrownBy(correlated::excessKurtosis).hasMessageContaining("must be 0");
  }
}
