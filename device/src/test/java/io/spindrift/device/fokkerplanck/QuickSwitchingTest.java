package io.spindrift.device.fokkerplanck;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** One resolution is enough: the published curve of docs/physics/macrospin.md. */
final class QuickSwitchingTest {
  /** An independent solution in spherical harmonics, l to 70, converged to 3e-5. */
  @Test
  void theCheckDeviceSwitchesAsAnIndependentSolutionSays() {
    List<Double> pulses = List.of(1.024e-9, 1.408e-9, 2.048e-9, 2.816e-9, 4.224e-9);
    double[] expected = {0.8606, 0.9997, 0.4914, 0.0013, 0.9958};
    Map<MagneticState, double[]> found =
        new QuickSwitching(CheckDevice.precessional(), 300, 0.84)
            .probabilities(0.84, pulses, 10e-9);
    for (MagneticState from : MagneticState.values()) {
      for (int i = 0; i < expected.length; i++) {
        assertThat(Objects.requireNonNull(found.get(from))[i])
            .isCloseTo(expected[i], Offset.offset(1.2e-4));
      }
    }
  }
}
