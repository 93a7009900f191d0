package io.spindrift.device.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.spec.Spread;
import io.spindrift.device.variability.DeviceDraws;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchingModelTest {
  private static final MagneticState P = MagneticState.PARALLEL;
  private static final MagneticState AP = MagneticState.ANTIPARALLEL;
  private static final DeviceDraws ALIKE =
      new DeviceDraws(CheckDevice.precessional().withSpread(Spread.NONE), StreamKey.root(3));

  @Test
  void tableInterpolatesInPulseWidthAndRefusesWhatItDoesNotCover() {
    SwitchingCurve curve =
        new SwitchingCurve(
            "table",
            0.8,
            300,
            List.of(
                SwitchingPoint.exact(2e-9, P, 0.6),
                SwitchingPoint.exact(1e-9, P, 0.2),
                SwitchingPoint.exact(1e-9, AP, 0.3),
                SwitchingPoint.exact(2e-9, AP, 0.5)));
    TableSwitchingModel model = new TableSwitchingModel(curve);
    assertThat(model.probability(P, 0.8, 1.5e-9, 300, -1)).isCloseTo(0.4, within(1e-9));
    assertThat(model.probability(AP, 0.8, 1e-9, 300, 4)).isEqualTo(0.3);
    assertThatThrownBy(() -> model.probability(P, 0.8, 2.1e-9, 300, -1))
        .hasMessageStartingWith("pulse must be between");
    assertThatThrownBy(() -> model.probability(P, 0.9, 1.5e-9, 300, -1))
        .hasMessageStartingWith("voltage must be 800 mV");
    assertThatThrownBy(() -> model.probability(P, 0.8, 1.5e-9, 310, -1))
        .hasMessageStartingWith("temperature must be 300 K");
  }

  /**
   * A made-up population: true angles normal with sigma 0.1, counted in 100 trials each (counting
   * sigma 0.05). 200 members: the sigma is known to 5 %, checked at four standard errors.
   */
  @Test
  void drawnDevicesHaveTheSpreadBetweenDevicesWithoutTheCountingNoise() {
    RandomStream random = StreamKey.root(8).open();
    List<DevicePopulation.Member> members = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double angle = Math.PI / 4 + 0.1 * random.nextGaussian();
      double p = Math.pow(Math.sin(angle), 2);
      members.add(new DevicePopulation.Member(counted(random, p), counted(random, p)));
    }
    PopulationSwitchingModel model =
        new PopulationSwitchingModel(
            new DevicePopulation("made up", 0.8, 1e-9, 300, 100, members),
            ALIKE,
            StreamKey.root(3));
    double[] sums = new double[5];
    int devices = 20_000;
    for (int i = 0; i < devices; i++) {
      double x = angle(model.probability(P, 0.8, 1e-9, 300, i));
      double y = angle(model.probability(AP, 0.8, 1e-9, 300, i));
      sums[0] += x / devices;
      sums[1] += y / devices;
      sums[2] += x * x / devices;
      sums[3] += y * y / devices;
      sums[4] += x * y / devices;
    }
    double sigmaX = Math.sqrt(sums[2] - sums[0] * sums[0]);
    double sigmaY = Math.sqrt(sums[3] - sums[1] * sums[1]);
    assertThat(sums[0]).isCloseTo(Math.PI / 4, within(0.032));
    assertThat(sigmaX).isCloseTo(0.1, within(0.025));
    // The common draw keeps the correlation that was counted: 0.01/0.0125 = 0.8.
    double correlation = (sums[4] - sums[0] * sums[1]) / (sigmaX * sigmaY);
    assertThat(correlation).isCloseTo(0.8, within(0.12));
    assertThat(model.probability(P, 0.8, 1e-9, 300, -1)).isCloseTo(0.5, within(0.032));
    assertThatThrownBy(() -> model.probability(P, 0.8, 1.1e-9, 300, 0))
        .hasMessageStartingWith("pulse must be 1 ns");
  }

  @Test
  void populationWithoutSpreadBeyondCountingGivesEqualDevices() {
    List<DevicePopulation.Member> members = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      members.add(new DevicePopulation.Member(0.5 + 0.001 * i, 0.5));
    }
    PopulationSwitchingModel model =
        new PopulationSwitchingModel(
            new DevicePopulation("alike", 0.8, 1e-9, 300, 100, members), ALIKE, StreamKey.root(3));
    double nominal = model.probability(P, 0.8, 1e-9, 300, -1);
    assertThat(model.probability(P, 0.8, 1e-9, 300, 7)).isEqualTo(nominal);
  }

  private static double counted(RandomStream random, double probability) {
    int count = 0;
    for (int i = 0; i < 100; i++) {
      count += random.nextDouble() < probability ? 1 : 0;
    }
    return count / 100.0;
  }

  private static double angle(double probability) {
    return Math.asin(Math.sqrt(probability));
  }
}
