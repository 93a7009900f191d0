package io.spindrift.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MemoryJunctionsTest {
  private static final MagneticState P = MagneticState.PARALLEL;
  private static final MagneticState AP = MagneticState.ANTIPARALLEL;

  @Test
  void precessionTossesWhereItIsSteepAndWritesAtHalfATurn() {
    MemoryJunctions both = junctions("precessional-macrospin", WriteChoice.FREE);
    assertThat(both.coin().operatingPoint().meanProbability()).isCloseTo(0.5, within(0.1));
    OperatingPoint write = both.write().operatingPoint();
    assertThat(write.pulseSeconds()).isCloseTo(1.4e-9, within(0.21e-9));
    assertThat(Math.min(write.fromParallel(), write.fromAntiparallel())).isGreaterThan(0.95);
    assertThat(both.write().switchingProbability(P, -1)).isGreaterThan(0.9);
    assertThat(both.coin().switchingProbability(P, -1)).isCloseTo(0.5, within(0.15));
  }

  @Test
  void cellHasTheResistanceOfOneDeviceAtBothPulses() {
    for (String preset : List.of("precessional-macrospin", "measured-compact-fit")) {
      MemoryJunctions both = junctions(preset, WriteChoice.FREE);
      for (long device = -1; device < 8; device++) {
        for (MagneticState state : MagneticState.values()) {
          assertThat(both.write().resistance().resistanceOhms(state, 0.1, device))
              .isEqualTo(both.coin().resistance().resistanceOhms(state, 0.1, device));
        }
      }
      assertThat(both.coin().resistance().resistanceOhms(P, 0.1, 1))
          .isNotEqualTo(both.coin().resistance().resistanceOhms(P, 0.1, 2));
    }
  }

  @Test
  void compactFitThatOnlyTossesAtItsVoltageWritesAtTheNextThatServes() {
    // At 1.44 V its plateau is a coin; at 1.2 times that it first exceeds 0.75 either way.
    MemoryJunctions both = junctions("measured-compact-fit", WriteChoice.FREE);
    assertThat(both.coin().operatingPoint().voltageVolts()).isEqualTo(1.44);
    OperatingPoint write = both.write().operatingPoint();
    assertThat(write.voltageVolts()).isCloseTo(1.2 * 1.44, within(1e-9));
    assertThat(write.fromParallel()).isBetween(0.75, write.fromAntiparallel());
    assertThat(both.write().switchingProbability(AP, -1)).isEqualTo(write.fromAntiparallel());
  }

  @Test
  void pulseThatIsGivenIsTakenWhateverItDoes() {
    WriteChoice given = new WriteChoice(OptionalDouble.of(1.5), OptionalDouble.of(1.3e-9));
    Junction write = write("measured-compact-fit", given);
    assertThat(write.operatingPoint().voltageVolts()).isEqualTo(1.5);
    assertThat(write.operatingPoint().pulseSeconds()).isEqualTo(1.3e-9);
    assertThat(write.operatingPoint().fromParallel()).isLessThan(0.5);
  }

  @Test
  void voltageThatIsGivenMustServe() {
    WriteChoice given = new WriteChoice(OptionalDouble.of(1.44), OptionalDouble.empty());
    assertThatThrownBy(() -> write("measured-compact-fit", given))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("must reach 0.75 out of both states to write");
    assertThatThrownBy(() -> new WriteChoice(OptionalDouble.empty(), OptionalDouble.of(-1)))
        .hasMessageContaining("write pulse must be positive");
  }

  private static MemoryJunctions junctions(String preset, WriteChoice choice) {
    try (Workers workers = new Workers(1)) {
      return MemoryJunctions.of(spec(preset), config(), choice, workers, Progress.NONE);
    }
  }

  private static Junction write(String preset, WriteChoice choice) {
    try (Workers workers = new Workers(1)) {
      return MemoryJunctions.write(spec(preset), config(), choice, workers, Progress.NONE);
    }
  }

  private static DeviceSpec spec(String preset) {
    return DeviceLoader.load(preset, List.of()).spec();
  }

  private static SpindriftConfig config() {
    return ConfigLoader.load(
        Optional.empty(),
        Size.QUICK,
        List.of(
            "curve.pulses=0.2ns:2.2ns:0.2ns",
            "curve.trajectories=64",
            "curve.populationDevices=4",
            "curve.populationTrajectories=32",
            "curve.relax=2ns"));
  }
}
