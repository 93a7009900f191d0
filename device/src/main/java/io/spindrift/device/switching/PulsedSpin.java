package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.device.drive.Drive;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.HeunStepper;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.spec.MacrospinDevice;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** One macrospin under a pulse: equilibrium of a well, pulse, relaxation. */
final class PulsedSpin {
  private final MacrospinDevice device;
  private final SwitchingSettings settings;
  private final Map<MagneticState, BoltzmannLaw> wells;
  private final Map<MagneticState, Drive> drives = new EnumMap<>(MagneticState.class);
  private final HeunStepper spin;

  PulsedSpin(MacrospinDevice device, SwitchingSettings settings) {
    this(device, settings, wells(device, settings), settings.pulseSeconds().getFirst());
  }

  private PulsedSpin(
      MacrospinDevice device,
      SwitchingSettings settings,
      Map<MagneticState, BoltzmannLaw> wells,
      double pulseSeconds) {
    this.device = device;
    this.settings = settings;
    this.wells = wells;
    this.spin = new HeunStepper(device.freeLayer().damping());
    for (MagneticState from : MagneticState.values()) {
      drives.put(from, settings.drive(device, pulseSeconds, from));
    }
  }

  /** Another spin of the same device for a pulse of another width. */
  PulsedSpin another(double pulseSeconds) {
    return new PulsedSpin(device, settings, wells, pulseSeconds);
  }

  boolean switches(MagneticState from, RandomGenerator random) {
    well(from).draw(random, spin);
    for (Segment segment : drive(from).segments()) {
      spin.drive(segment.field(), segment.stepSeconds(), segment.thermalSigmaTesla());
      spin.advance(segment.steps(), random);
    }
    return from == MagneticState.PARALLEL ? spin.mz() < 0 : spin.mz() > 0;
  }

  private BoltzmannLaw well(MagneticState from) {
    return Objects.requireNonNull(wells.get(from));
  }

  private Drive drive(MagneticState from) {
    return Objects.requireNonNull(drives.get(from));
  }

  private static Map<MagneticState, BoltzmannLaw> wells(
      MacrospinDevice device, SwitchingSettings settings) {
    Map<MagneticState, BoltzmannLaw> wells = new EnumMap<>(MagneticState.class);
    for (MagneticState from : MagneticState.values()) {
      wells.put(
          from,
          BoltzmannLaw.atRest(device, settings.temperatureKelvin(), SphereRegion.wellOf(from)));
    }
    return wells;
  }
}
