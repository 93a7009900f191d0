package io.spindrift.device.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.spec.BiasField;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoltzmannLawTest {
  @Test
  void checkDeviceHasItsMeanSquareMagnetisation() {
    BoltzmannLaw law = BoltzmannLaw.atRest(CheckDevice.free(), 300, SphereRegion.WHOLE);
    assertThat(law.meanSquareMz()).isCloseTo(0.948402, within(2e-6));
    assertThat(law.meanMz()).isCloseTo(0, within(1e-12));
  }

  @Test
  void meanSquareOfAFreeMomentIsOneThird() {
    LinearField none = new LinearField(0, 0, 0, 0, 0, 0);
    BoltzmannLaw law = new BoltzmannLaw(none, 1e-18, 300, SphereRegion.WHOLE);
    assertThat(law.meanSquareMz()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void momentInAFieldFollowsLangevin() {
    double perTesla = 1e-18 / (1.380649e-23 * 300);
    double x = 20.0;
    LinearField field = new LinearField(0, 0, x / perTesla, 0, 0, 0);
    BoltzmannLaw law = new BoltzmannLaw(field, 1e-18, 300, SphereRegion.WHOLE);
    assertThat(law.meanMz()).isCloseTo(1 / Math.tanh(x) - 1 / x, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.0125664, 0.04})
  void samplesOfAWellHaveTheMomentsOfTheQuadrature(double inPlaneTesla) {
    // 20,000 samples, four standard errors: false alarm 6e-5 per assertion.
    var device = CheckDevice.free().withBiasField(new BiasField(inPlaneTesla, 0, 0.001));
    for (SphereRegion region : SphereRegion.values()) {
      BoltzmannLaw law = BoltzmannLaw.atRest(device, 300, region);
      RandomStream random = StreamKey.root(3).purpose(region.name()).open();
      HeunStepper spin = new HeunStepper(0.1);
      double sum = 0;
      double squares = 0;
      double fourths = 0;
      int count = 20_000;
      for (int i = 0; i < count; i++) {
        law.draw(random, spin);
        double z = spin.mz();
        sum += z;
        squares += z * z;
        fourths += z * z * z * z;
      }
      double mean = sum / count;
      double square = squares / count;
      double meanError = Math.sqrt((square - mean * mean) / count);
      double squareError = Math.sqrt((fourths / count - square * square) / count);
      assertThat(mean).isCloseTo(law.meanMz(), within(4 * meanError));
      assertThat(square).isCloseTo(law.meanSquareMz(), within(4 * squareError));
    }
  }

  @Test
  void samplesOfAWellStayInIt() {
    HeunStepper spin = new HeunStepper(0.1);
    RandomStream random = StreamKey.root(5).open();
    BoltzmannLaw lower = BoltzmannLaw.atRest(CheckDevice.precessional(), 300, SphereRegion.LOWER);
    for (int i = 0; i < 1_000; i++) {
      lower.draw(random, spin);
      assertThat(spin.mz()).isNegative();
    }
  }
}
