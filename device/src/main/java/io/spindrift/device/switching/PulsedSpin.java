package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.HeunStepper;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.spec.MacrospinDevice;
import java.util.random.RandomGenerator;

/** One macrospin under a rectangular pulse: equilibrium of a well, pulse, relaxation. */
final class PulsedSpin {
  private final MacrospinDevice device;
  private final SwitchingSettings settings;
  private final BoltzmannLaw parallel;
  private final BoltzmannLaw antiparallel;
  private final HeunStepper spin;
  private final Segment pulse;
  private final Segment relaxation;

  PulsedSpin(MacrospinDevice device, SwitchingSettings settings) {
    this(
        device,
        settings,
        BoltzmannLaw.atRest(device, settings.temperatureKelvin(), SphereRegion.UPPER),
        BoltzmannLaw.atRest(device, settings.temperatureKelvin(), SphereRegion.LOWER),
        settings.pulseSeconds().getFirst());
  }

  private PulsedSpin(
      MacrospinDevice device,
      SwitchingSettings settings,
      BoltzmannLaw parallel,
      BoltzmannLaw antiparallel,
      double pulseSeconds) {
    this.device = device;
    this.settings = settings;
    this.parallel = parallel;
    this.antiparallel = antiparallel;
    this.spin = new HeunStepper(device.freeLayer().damping());
    this.pulse = segment(settings.voltageVolts(), pulseSeconds);
    this.relaxation = segment(0, settings.relaxSeconds());
  }

  /** Another spin of the same device for a pulse of another width. */
  PulsedSpin another(double pulseSeconds) {
    return new PulsedSpin(device, settings, parallel, antiparallel, pulseSeconds);
  }

  boolean switches(MagneticState from, RandomGenerator random) {
    (from == MagneticState.PARALLEL ? parallel : antiparallel).draw(random, spin);
    follow(pulse, random);
    follow(relaxation, random);
    return from == MagneticState.PARALLEL ? spin.mz() < 0 : spin.mz() > 0;
  }

  private void follow(Segment segment, RandomGenerator random) {
    spin.drive(segment.field(), segment.stepSeconds(), segment.thermalSigmaTesla());
    spin.advance(segment.steps(), random);
  }

  private Segment segment(double voltageVolts, double seconds) {
    return Segment.of(
        device, voltageVolts, seconds, settings.temperatureKelvin(), settings.stepSeconds());
  }
}
