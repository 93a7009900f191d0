package io.spindrift.memory.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CoveredValue;
import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.SwitchingModel;
import io.spindrift.device.compact.CompactFitResistance;
import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PulseDialTest {
  private static final MagneticState P = MagneticState.PARALLEL;
  private static final MagneticState AP = MagneticState.ANTIPARALLEL;

  /** Two and a half turns of 1 ns with damping; P switches more often than AP. */
  private record Precession(boolean onePulseOnly) implements SwitchingModel {
    @Override
    public String name() {
      return "precession";
    }

    @Override
    public double probability(
        MagneticState from, double volts, double pulse, double kelvin, long device) {
      if (onePulseOnly) {
        CoveredValue.require("pulse", pulse, 0.5e-9, Dimension.TIME);
      }
      double swing = Math.exp(-pulse / 4e-9) * Math.cos(2 * Math.PI * pulse / 1e-9);
      return (from == P ? 0.5 : 0.4) * (1 - swing);
    }
  }

  private static List<Double> nanoseconds(double first, double last, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> 1e-9 * (first + (last - first) * i / (count - 1)))
        .toList();
  }

  private static final List<Double> TURNS = nanoseconds(0.01, 2.5, 250);

  private static final PulseDial DIAL =
      new PulseDial(new Precession(false), 1, 300, TURNS, CellKinds.nominal());

  @Test
  void thePulseHasTheProbabilityInTheMeanOfBothStatesOnTheFirstRise() {
    for (double wanted : new double[] {0.003, 0.02, 0.2, 0.5, 0.8}) {
      DialledPulse pulse = DIAL.both(wanted);
      double width = pulse.pulseSeconds().orElseThrow();
      double swing = Math.exp(-width / 4e-9) * Math.cos(2 * Math.PI * width / 1e-9);
      assertThat(0.45 * (1 - swing)).isCloseTo(wanted, within(1e-11));
      assertThat(width).isLessThan(0.5e-9);
      assertThat(pulse.residual()).isCloseTo(0, within(1e-11));
      assertThat(pulse.asymmetry()).isCloseTo(wanted / 4.5, within(1e-11));
    }
  }

  @Test
  void eachStateHasItsOwnWidth() {
    for (MagneticState state : MagneticState.values()) {
      DialledPulse pulse = DIAL.from(state, 0.3);
      assertThat(pulse.table().probability(0, state)).isCloseTo(0.3, within(1e-11));
    }
    assertThat(DIAL.from(AP, 0.3).pulseSeconds().orElseThrow())
        .isGreaterThan(DIAL.from(P, 0.3).pulseSeconds().orElseThrow());
  }

  @Test
  void noProbabilityNeedsNoPulse() {
    DialledPulse pulse = DIAL.both(0);
    assertThat(pulse.pulseSeconds()).isEmpty();
    assertThat(pulse.table().probability(0, P)).isZero();
  }

  @Test
  void aProbabilityOutOfReachIsRefusedWithWhatIsReachable() {
    assertThatThrownBy(() -> DIAL.both(0.9))
        .isInstanceOf(UnusableInput.class)
        .hasMessage(
            "flip probability of precession at 1 V must be 0 or between 0.002009 and 0.8473, which"
                + " pulses from 10 ps to 2.5 ns reach, but was 0.9000; another voltage, other pulse"
                + " widths or another schedule would be accepted");
    assertThatThrownBy(() -> DIAL.from(AP, 1e-4))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("flip probability out of antiparallel of precession")
        .hasMessageContaining("but was 0.0001000");
  }

  @Test
  void theCompactFitIsDialledInTheMeanOverItsKinds() {
    CompactFitDevice device =
        (CompactFitDevice) DeviceLoader.load("measured-compact-fit", List.of()).spec();
    CompactFitSwitching model = new CompactFitSwitching(device, StreamKey.root(1));
    CellKinds kinds = new CellKinds(64, StreamKey.root(2));
    PulseDial dial = new PulseDial(model, 1.44, 300, nanoseconds(0.7, 4, 67), kinds);
    DialledPulse pulse = dial.both(0.2);
    double sum = 0;
    for (int device0 = 0; device0 < 64; device0++) {
      for (MagneticState from : MagneticState.values()) {
        double width = pulse.pulseSeconds().orElseThrow();
        sum += model.probability(from, 1.44, width, 300, device0);
      }
    }
    assertThat(sum / 128).isCloseTo(0.2, within(1e-9));
    assertThat(pulse.table().isShared()).isFalse();
    assertThat(dial.lowest()).isBetween(0.001, 0.05);
    assertThat(dial.highest()).isBetween(0.45, 0.55);
  }

  /** Nothing switches below 0.7 ns, where the fit begins at 1 %: no width has 0.1 %. */
  @Test
  void aJumpOfTheProbabilityIsNamed() {
    CompactFitDevice device =
        (CompactFitDevice) DeviceLoader.load("measured-compact-fit", List.of()).spec();
    CompactFitSwitching model = new CompactFitSwitching(device, StreamKey.root(1));
    PulseDial dial = new PulseDial(model, 1.44, 300, nanoseconds(0.5, 4, 36), CellKinds.nominal());
    assertThatThrownBy(() -> dial.both(0.001))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("jumps from 0.000 to 0.0")
        .hasMessageContaining("at 700 ps, so that 0.001000 is not reached");
  }

  @Test
  void aPopulationKnownAtOnePulseGivesWayToItsNominalCurve() {
    CompactFitDevice device =
        (CompactFitDevice) DeviceLoader.load("measured-compact-fit", List.of()).spec();
    SwitchingCurve curve = SwitchingCurve.of(new Precession(false), 1, 300, TURNS);
    CellKinds kinds = new CellKinds(8, StreamKey.root(1));
    OperatingPoint point = new OperatingPoint(1, 0.5e-9, 300, 0.9, 0.8, "given");
    CompactFitResistance resistance = new CompactFitResistance(device, StreamKey.root(1));
    Junction one = new Junction("one", device, new Precession(true), resistance, 0, point);
    Junction all = new Junction("all", device, new Precession(false), resistance, 0, point);
    PulseDial nominal = PulseDial.of(one, curve, kinds);
    assertThat(nominal.kinds().count()).isEqualTo(1);
    assertThat(nominal.name()).contains("simulated switching curve");
    assertThat(PulseDial.of(all, curve, kinds).kinds()).isSameAs(kinds);
    // Linear interpolation over 10 ps: the crossing of the table is exact, its width nearly so.
    assertThat(nominal.both(0.3).residual()).isCloseTo(0, within(1e-11));
    assertThat(nominal.both(0.3).pulseSeconds().orElseThrow())
        .isCloseTo(DIAL.both(0.3).pulseSeconds().orElseThrow(), within(1e-12));
  }

  @Test
  void statedPulsesHaveTheStatedRatio() {
    DialledPulse pulse = new StatedDial(0.2).both(0.1);
    assertThat(pulse.table().probability(0, P)).isCloseTo(0.12, within(1e-16));
    assertThat(pulse.table().probability(0, AP)).isCloseTo(0.08, within(1e-16));
    DialledPulse zeros = new StatedDial(0.2).from(P, 0.1);
    assertThat(zeros.table().probability(0, P)).isEqualTo(0.1);
    assertThat(zeros.table().probability(0, AP)).isCloseTo(0.1 * 0.8 / 1.2, within(1e-16));
    DialledPulse ones = new StatedDial(0.2).from(AP, 0.1);
    assertThat(ones.table().probability(0, AP)).isEqualTo(0.1);
    assertThat(ones.table().probability(0, P)).isCloseTo(0.1 * 1.2 / 0.8, within(1e-16));
    assertThatThrownBy(() -> new StatedDial(-0.8).from(P, 0.5))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("flip probability out of parallel must be between 0 and 0.11");
  }
}
