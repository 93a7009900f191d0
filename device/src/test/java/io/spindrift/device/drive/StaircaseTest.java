package io.spindrift.device.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.CheckDevice;
import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.ThermalField;
import io.spindrift.device.spec.Driver;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.SelfHeating;
import io.spindrift.device.spec.TemperatureLaws;
import io.spindrift.device.transport.JunctionConductance;
import io.spindrift.numerics.UnusableInput;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaircaseTest {
  private static final Waveform PULSE = Waveform.rectangle(0.84, 1.408e-9);

  @ParameterizedTest
  @EnumSource(MagneticState.class)
  void idealRectangleIsOneSegmentOfFieldAndOneOfRestBitForBit(MagneticState from) {
    MacrospinDevice device = CheckDevice.precessional();
    Drive drive = Drive.of(device, PULSE, 10e-9, 300, from, 1e-12);
    assertThat(drive.segments())
        .containsExactly(
            Segment.of(device, 0.84, 1.408e-9, 300, 1e-12),
            Segment.of(device, 0, 10e-9, 300, 1e-12));
    MacrospinDevice empty = device.withDriver(new Driver(0, 80e-15));
    assertThat(Drive.of(empty, PULSE, 10e-9, 300, from, 1e-12)).isEqualTo(drive);
  }

  @Test
  void segmentIsTheFieldOfItsVoltageInStepsThatEndAtItsEnd() {
    MacrospinDevice device = CheckDevice.precessional();
    Segment segment = Segment.of(device, 0.84, 1.4085e-9, 300, 1e-12);
    assertThat(segment.steps()).isEqualTo(1409);
    assertThat(segment.seconds()).isCloseTo(1.4085e-9, within(1e-22));
    assertThat(segment.field()).isEqualTo(EffectiveField.of(device, 0.84));
    assertThat(segment.thermalSigmaTesla())
        .isEqualTo(ThermalField.sigmaTesla(device.freeLayer(), 300, segment.stepSeconds()));
  }

  @Test
  void energyOfAnIdealRectangleIsThatOfThePulse() {
    MacrospinDevice device = CheckDevice.free();
    WaveformEnergy energy = staircase(device, PULSE, 40).energy();
    double ohms = JunctionConductance.of(device).resistanceOhms(MagneticState.PARALLEL, 0.84);
    double joule = 0.84 * 0.84 / ohms * 1.408e-9;
    assertThat(energy.junctionJoules()).isCloseTo(joule, within(1e-12 * joule));
    assertThat(energy.chargingJoules()).isZero();
    WaveformEnergy loaded = staircase(device.withDriver(new Driver(0, 5e-15)), PULSE, 40).energy();
    assertThat(loaded.chargingJoules()).isCloseTo(5e-15 * 0.84 * 0.84, within(1e-24));
    assertThat(loaded.seriesJoules()).isCloseTo(5e-15 * 0.84 * 0.84, within(1e-24));
    assertThat(loaded.storedJoules()).isCloseTo(0, within(1e-28));
  }

  @Test
  void areaUnderTheJunctionVoltageIsKept() {
    Waveform slow = PulseShape.edges(0.3e-9).pulse(0.84, 1e-9);
    List<Stretch> stretches = staircase(CheckDevice.free(), slow, 40).stretches();
    assertThat(stretches).allMatch(s -> Math.abs(s.junctionVolts() - s.sourceVolts()) < 1e-15);
    double area = stretches.stream().mapToDouble(s -> s.junctionVolts() * s.seconds()).sum();
    assertThat(area).isCloseTo(0.84e-9, within(1e-21));
    assertThat(stretches.size()).isBetween(80, 100);
    double end = stretches.stream().mapToDouble(Stretch::seconds).sum();
    assertThat(end).isCloseTo(11.3e-9, within(1e-20));
  }

  @Test
  void aRampOfMicrosecondsStaysAFewDozenStretches() {
    Waveform slow = PulseShape.edges(20e-6).pulse(0.84, 30e-6);
    assertThat(staircase(CheckDevice.free(), slow, 40).stretches()).hasSizeLessThan(100);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 50, 2000})
  void whatTheSourceGivesIsHeatOnceTheCircuitIsAtRestAgain(double ohms) {
    MacrospinDevice device = CheckDevice.free().withDriver(new Driver(ohms, 200e-15));
    WaveformEnergy e = staircase(device, PulseShape.edges(50e-12).pulse(1.2, 1e-9), 40).energy();
    double spent = e.junctionJoules() + e.seriesJoules() + e.storedJoules();
    assertThat(e.sourceJoules()).isCloseTo(spent, within(1e-10 * spent));
    assertThat(e.storedJoules()).isCloseTo(0, within(1e-6 * spent));
    double peak = Math.sqrt(e.chargingJoules() / 200e-15);
    assertThat(peak).isBetween(1.1, 1.2);
  }

  @Test
  void coarseStairsApproachFineOnesWithTheSquareOfTheirHeight() {
    MacrospinDevice device = CheckDevice.free().withDriver(new Driver(4e3, 50e-15));
    double exact = antiparallelJoules(device, 4000);
    double coarse = Math.abs(antiparallelJoules(device, 20) / exact - 1);
    double fine = Math.abs(antiparallelJoules(device, 80) / exact - 1);
    assertThat(coarse).isLessThan(1e-4);
    assertThat(fine).isLessThan(coarse / 6);
  }

  @Test
  void heatRisesAndFallsWithItsTimeConstant() {
    double perWatt = 5e6;
    double tau = 2e-9;
    MacrospinDevice device = heated(perWatt, tau, Optional.empty());
    List<Stretch> stretches = staircase(device, PULSE, 40).stretches();
    double watts = 0.84 * 0.84 * JunctionConductance.of(device).siemens(1, 0.84);
    double rise = perWatt * watts;
    assertThat(rise).isBetween(30.0, 40.0);
    double kelvinSeconds = 0;
    for (Stretch s : stretches) {
      kelvinSeconds += (s.temperatureKelvin() - 300) * s.seconds();
    }
    // int (T - T0) dt of a pulse and its cooling: r P (t - tau (e^{-...})) in closed form.
    double t = 1.408e-9;
    double hot = rise * -Math.expm1(-t / tau);
    double expected = rise * t - hot * tau + hot * tau * -Math.expm1(-10e-9 / tau);
    assertThat(kelvinSeconds).isCloseTo(expected, within(1e-9 * expected));
    double highest = stretches.stream().mapToDouble(Stretch::temperatureKelvin).max().orElseThrow();
    assertThat(highest - 300).isCloseTo(hot, within(1.0));
  }

  @Test
  void heatMakesNoiseAndWithTemperatureLawsWeakensTheAnisotropy() {
    var laws = new TemperatureLaws(1100, 300, 1.5, 2.18, 2.83);
    MacrospinDevice device = heated(5e6, 1e-10, Optional.of(laws));
    List<Segment> segments =
        Drive.of(device, PULSE, 0, 300, MagneticState.PARALLEL, 1e-12).segments();
    Segment last = segments.getLast();
    Segment first = segments.getFirst();
    assertThat(last.diffusionPerSecond()).isGreaterThan(1.1 * first.diffusionPerSecond());
    assertThat(last.field().kz()).isLessThan(first.field().kz() - 5e-3);
  }

  @Test
  void heatThatReachesTheCurieTemperatureIsRefused() {
    var laws = new TemperatureLaws(1100, 300, 1.5, 2.18, 2.83);
    MacrospinDevice device = heated(5e8, 1e-10, Optional.of(laws));
    assertThatThrownBy(() -> Drive.of(device, PULSE, 0, 300, MagneticState.PARALLEL, 1e-12))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("temperature must be below the Curie temperature of 1100 K");
  }

  @Test
  void antiparallelJunctionLoadsTheDriverLess() {
    MacrospinDevice device = CheckDevice.free().withDriver(new Driver(20e3, 1e-15));
    double parallel = top(device, MagneticState.PARALLEL);
    double antiparallel = top(device, MagneticState.ANTIPARALLEL);
    Circuit circuit = Circuit.of(device);
    assertThat(parallel).isCloseTo(circuit.settledVolts(0.84, 1), within(1e-3));
    assertThat(antiparallel).isCloseTo(circuit.settledVolts(0.84, -1), within(1e-3));
    assertThat(antiparallel).isGreaterThan(parallel + 0.02);
  }

  /** The antiparallel state, whose conductance depends on bias. */
  private static double antiparallelJoules(MacrospinDevice device, int parts) {
    return Staircase.of(device, PULSE, 10e-9, 300, MagneticState.ANTIPARALLEL, 1.0 / parts)
        .energy()
        .junctionJoules();
  }

  private static double top(MacrospinDevice device, MagneticState from) {
    return Staircase.of(device, PULSE, 0, 300, from, 1.0 / 40).stretches().stream()
        .mapToDouble(Stretch::junctionVolts)
        .max()
        .orElseThrow();
  }

  private static Staircase staircase(MacrospinDevice device, Waveform waveform, int parts) {
    return Staircase.of(device, waveform, 10e-9, 300, MagneticState.PARALLEL, 1.0 / parts);
  }

  private static MacrospinDevice heated(
      double perWatt, double tau, Optional<TemperatureLaws> laws) {
    MacrospinDevice d = CheckDevice.free();
    return new MacrospinDevice(
        d.name(),
        d.freeLayer(),
        d.barrier(),
        d.biasField(),
        d.operation(),
        d.spread(),
        Optional.empty(),
        Optional.empty(),
        laws,
        Optional.of(new SelfHeating(perWatt, tau)),
        Optional.empty());
  }
}
