package io.spindrift.device.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.switching.OperatingPolicy;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class JunctionAssemblyTest {
  private static final MagneticState P = MagneticState.PARALLEL;
  private static final MagneticState AP = MagneticState.ANTIPARALLEL;

  @Test
  void compactFitBecomesAJunctionAtItsOwnPulse() {
    Junction junction = junction("measured-compact-fit", List.of(), 1, 1);
    assertThat(junction.operatingPoint().pulseSeconds()).isEqualTo(2e-9);
    assertThat(junction.switchingProbability(AP, -1)).isCloseTo(0.536, within(2e-3));
    assertThat(junction.pulseEnergy(P, -1).totalJoules()).isCloseTo(54e-15, within(0.54e-15));
    assertThat(junction.switchingProbability(AP, 3))
        .isNotEqualTo(junction.switchingProbability(AP, 4));
  }

  @Test
  void withoutAPulseTheCompactFitIsUsedOnItsPlateau() {
    Junction junction = junction("measured-compact-fit", List.of("operation.pulse=0s"), 1, 1);
    assertThat(junction.operatingPoint().reason()).contains("plateau");
    assertThat(junction.operatingPoint().meanProbability()).isCloseTo(0.5, within(0.02));
  }

  @Test
  void macrospinBecomesAJunctionAtACrossingTheSameForAnyNumberOfThreads() {
    Junction one = junction("precessional-macrospin", List.of(), 1, 1);
    assertThat(one.operatingPoint().reason()).contains("crossing");
    // 100 trajectories a point, both directions: the crossing lies within 0.1 of one half.
    assertThat(one.switchingProbability(P, -1)).isCloseTo(0.5, within(0.2));
    assertThat(one.resistance().resistanceOhms(P, 0, -1)).isCloseTo(101.86e3, within(10.0));
    assertThat(one.pulseEnergy(P, -1).totalJoules()).isBetween(3e-15, 10e-15);
    for (int threads : new int[] {3, 8}) {
      Junction other = junction("precessional-macrospin", List.of(), threads, 1);
      assertThat(other.operatingPoint()).isEqualTo(one.operatingPoint());
      for (int device = -1; device < 5; device++) {
        assertThat(other.switchingProbability(AP, device))
            .isEqualTo(one.switchingProbability(AP, device));
      }
    }
    Junction sibling = junction("precessional-macrospin", List.of(), 1, 2);
    assertThat(sibling.operatingPoint()).isNotEqualTo(one.operatingPoint());
  }

  private static Junction junction(String preset, List<String> patches, int threads, long seed) {
    List<Double> pulses = List.of(0.5e-9, 0.7e-9, 0.9e-9, 1.1e-9, 1.4e-9, 1.7e-9, 2e-9, 2.5e-9);
    AssemblySettings settings = new AssemblySettings(pulses, 50, 6, 50, 2e-12, 1e-9);
    JunctionAssembly assembly =
        new JunctionAssembly(
            DeviceLoader.load(preset, patches).spec(),
            settings,
            StreamKey.root(seed),
            StreamKey.root(99));
    try (Workers workers = new Workers(threads)) {
      SwitchingCurve curve = assembly.curve(workers, Progress.NONE);
      OperatingPoint point = assembly.operatingPoint(curve, OperatingPolicy.AUTO);
      return assembly.junction(curve, point, workers, Progress.NONE);
    }
  }
}
