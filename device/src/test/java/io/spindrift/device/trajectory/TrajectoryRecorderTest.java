package io.spindrift.device.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.drive.Drive;
import io.spindrift.device.drive.PulseShape;
import io.spindrift.device.drive.Waveform;
import io.spindrift.device.drive.WaveformEnergy;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.HeunStepper;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.spec.Driver;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.SelfHeating;
import io.spindrift.device.trajectory.Trajectory.Sample;
import io.spindrift.device.transport.JunctionConductance;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrajectoryRecorderTest {
  private static final Start FROM_P = new Start.Equilibrium(MagneticState.PARALLEL);
  private static final Waveform PULSE = Waveform.rectangle(0.84, 1.408e-9);
  private static final StreamKey KEY = StreamKey.root(7).purpose("trajectory");

  @Test
  void behindAnIdealSourceItIsTheTrajectoryOfTheEnsembleBitForBit() {
    MacrospinDevice device = CheckDevice.precessional();
    Trajectory trajectory = record(device, PULSE, 7, true, FROM_P);
    HeunStepper spin = new HeunStepper(device.freeLayer().damping());
    RandomStream random = KEY.open();
    BoltzmannLaw.atRest(device, 300, SphereRegion.UPPER).draw(random, spin);
    for (Segment s : Drive.of(device, PULSE, 1e-9, 300, MagneticState.PARALLEL, 1e-12).segments()) {
      spin.drive(s.field(), s.stepSeconds(), s.thermalSigmaTesla());
      spin.advance(s.steps(), random);
    }
    assertThat(trajectory.last().mx()).isEqualTo(spin.mx());
    assertThat(trajectory.last().my()).isEqualTo(spin.my());
    assertThat(trajectory.last().mz()).isEqualTo(spin.mz());
    assertThat(trajectory.last().seconds()).isCloseTo(2.408e-9, within(1e-20));
  }

  @Test
  void howOftenSamplesAreKeptChangesNothing() {
    MacrospinDevice device = CheckDevice.precessional().withDriver(new Driver(3e3, 20e-15));
    Trajectory all = record(device, PULSE, 1, true, FROM_P);
    Trajectory few = record(device, PULSE, 100, true, FROM_P);
    assertThat(all.samples()).hasSize(1 + 1408 + 1000);
    assertThat(few.samples()).hasSize(1 + 14 + 1 + 10 + 1);
    assertThat(few.last()).isEqualTo(all.last());
    assertThat(all.samples()).containsAll(few.samples());
  }

  @Test
  void withoutNoiseThePrecessionAboutTheBiasFieldIsSeen() {
    // At 0.84 V the anisotropy is cancelled to 0.1 mT: half a turn about Bx takes pi/(gamma Bx).
    MacrospinDevice device = CheckDevice.precessional();
    double half =
        Math.PI
            / (Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA * CheckDevice.IN_PLANE_TESLA);
    Trajectory turn =
        record(device, Waveform.rectangle(0.84, half), 10, false, new Start.Direction(0, 0, 1));
    Sample top =
        turn.samples().stream()
            .filter(s -> Math.abs(s.seconds() - half) < 1e-14)
            .findFirst()
            .orElseThrow();
    assertThat(top.mz()).isLessThan(-0.97);
  }

  @Test
  void withoutNoiseARestingSpinStaysInTheBottomOfItsWell() {
    MacrospinDevice device = CheckDevice.precessional();
    Trajectory rest = record(device, Waveform.rectangle(0, 1e-9), 10, false, FROM_P);
    double tilt = CheckDevice.IN_PLANE_TESLA / EffectiveField.uniaxialTesla(device, 0);
    for (Sample sample : rest.samples()) {
      assertThat(sample.mx()).isCloseTo(tilt, within(1e-9));
      assertThat(sample.currentAmperes()).isZero();
    }
  }

  @Test
  void sourceGivesWhatIsDissipatedAndStoredWhileTheSpinMoves() {
    MacrospinDevice device = CheckDevice.precessional().withDriver(new Driver(30e3, 2e-15));
    Trajectory trajectory =
        record(device, PulseShape.edges(0.1e-9).pulse(1.1, 1e-9), 5, true, FROM_P);
    WaveformEnergy e = trajectory.energy();
    double spent = e.junctionJoules() + e.seriesJoules() + e.storedJoules();
    assertThat(e.sourceJoules()).isCloseTo(spent, within(1e-11 * spent));
    assertThat(trajectory.last().junctionJoules()).isEqualTo(e.junctionJoules());
    double series = 0;
    double previous = 0;
    for (Sample s : trajectory.samples()) {
      assertThat(s.junctionJoules()).isGreaterThanOrEqualTo(previous);
      previous = s.junctionJoules();
      series = s.seriesJoules();
    }
    assertThat(series).isEqualTo(e.seriesJoules());
  }

  @Test
  void energyIsThatOfTheConductanceAlongTheWay() {
    MacrospinDevice device = CheckDevice.precessional();
    Trajectory trajectory = record(device, PULSE, 1, false, FROM_P);
    JunctionConductance law = JunctionConductance.of(device);
    double joules = 0;
    for (int i = 1; i <= 1408; i++) {
      joules += 0.84 * 0.84 * law.siemens(trajectory.samples().get(i - 1).mz(), 0.84) * 1e-12;
    }
    assertThat(trajectory.energy().junctionJoules()).isCloseTo(joules, within(1e-9 * joules));
    double parallel = 0.84 * 0.84 * law.siemens(1, 0.84) * 1.408e-9;
    assertThat(joules).isBetween(0.7 * parallel, 0.95 * parallel);
  }

  @Test
  void theSwitchOfTheJunctionShowsInItsOwnVoltage() {
    MacrospinDevice device = CheckDevice.precessional().withDriver(new Driver(30e3, 0));
    Trajectory trajectory = record(device, Waveform.rectangle(0.84, 3e-9), 10, false, FROM_P);
    double low = 1;
    double high = 0;
    for (Sample s : trajectory.samples()) {
      if (s.seconds() > 0 && s.seconds() <= 3e-9) {
        double siemens = JunctionConductance.of(device).siemens(s.mz(), s.junctionVolts());
        assertThat((0.84 - s.junctionVolts()) / 30e3)
            .isCloseTo(siemens * s.junctionVolts(), within(3e-8));
        low = Math.min(low, s.junctionVolts());
        high = Math.max(high, s.junctionVolts());
      }
    }
    assertThat(high - low).isGreaterThan(0.01);
  }

  @Test
  void junctionWarmsWhileCurrentFlows() {
    MacrospinDevice d = CheckDevice.precessional();
    MacrospinDevice device =
        new MacrospinDevice(
            d.name(),
            d.freeLayer(),
            d.barrier(),
            d.biasField(),
            d.operation(),
            d.spread(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new SelfHeating(5e6, 0.1e-9)),
            Optional.empty());
    Trajectory trajectory = record(device, PULSE, 1, true, FROM_P);
    Sample hot = trajectory.samples().get(1408);
    assertThat(hot.temperatureKelvin()).isBetween(320.0, 340.0);
    assertThat(trajectory.last().temperatureKelvin()).isCloseTo(300, within(0.01));
  }

  @Test
  void tooLongAStepIsRefusedWithTheOneThatWouldDo() {
    assertThatThrownBy(() ->
            TrajectoryRecorder.record(
                CheckDevice.precessional(),
                new TrajectorySettings(PULSE, 0, 300, 100e-12, 1, true, FROM_P),
                KEY,
                Progress.NONE))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("step must be at most 1")
        .hasMessageContaining("ps for the magnetisation to turn")
        .hasMessageContaining("but was 100 ps");
    assertThatThrownBy(() -> new TrajectorySettings(PULSE, 1, 300, 1e-12, 1, true, FROM_P))
        .hasMessageContaining("a trajectory must have at most 1000000000 steps");
  }

  @Test
  void withoutWellsThereIsNoEquilibriumToStartFrom() {
    MacrospinDevice d = CheckDevice.precessional();
    MacrospinDevice flat = d.withFreeLayer(d.freeLayer().withInterfaceAnisotropy(0.9e-3));
    assertThatThrownBy(() -> record(flat, PULSE, 1, true, FROM_P))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("the net uniaxial field at zero bias must be positive");
    assertThat(record(flat, PULSE, 1, true, new Start.Direction(1, 0, 0)).samples()).isNotEmpty();
  }

  private static Trajectory record(
      MacrospinDevice device, Waveform waveform, int every, boolean noise, Start start) {
    return TrajectoryRecorder.record(
        device,
        new TrajectorySettings(waveform, 1e-9, 300, 1e-12, every, noise, start),
        KEY,
        Progress.NONE);
  }
}
