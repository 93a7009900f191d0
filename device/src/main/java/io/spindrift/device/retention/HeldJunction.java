package io.spindrift.device.retention;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.landscape.EnergyLandscape;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import java.util.Locale;
import java.util.Optional;

/**
 * A junction held at a constant voltage and temperature: what escape from a well depends on.
 *
 * @param field deterministic field, with the spin-transfer torque of the current that flows
 * @param damping Gilbert damping alpha
 * @param diffusionPerSecond rotational diffusion D = gamma alpha kB T/((1 + alpha^2) Ms V)
 */
public record HeldJunction(LinearField field, double damping, double diffusionPerSecond) {
  /** Checks the numbers. */
  public HeldJunction {
    Require.positive("damping", damping, "");
    Require.positive("diffusion", diffusionPerSecond, "1/s");
  }

  /** A device at a voltage across its barrier. */
  public static HeldJunction of(
      MacrospinDevice device, double voltageVolts, double temperatureKelvin) {
    Require.finite("voltage", voltageVolts, "V");
    Require.positive("temperature", temperatureKelvin, "K");
    Segment stretch = Segment.of(device, voltageVolts, 1e-9, temperatureKelvin, 1e-9);
    return new HeldJunction(
        stretch.field(), device.freeLayer().damping(), stretch.diffusionPerSecond());
  }

  /** gamma/(1 + alpha^2), in rad/(s T). */
  public double precessionPerTesla() {
    return Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA / (1 + damping * damping);
  }

  /** Ms V/(kB T): energy per moment in tesla becomes energy in kB T. */
  public double perTesla() {
    return precessionPerTesla() * damping / diffusionPerSecond;
  }

  /** Whether nothing but the damping torque tells one azimuth from another. */
  public boolean axial() {
    return field.bx() == 0 && field.by() == 0 && field.kx() == field.ky();
  }

  /**
   * The field whose energy decides the escape.
   *
   * <p>About an axis of symmetry the spin-transfer torque a m x (m x z) acts on mz exactly like a
   * field a/alpha along z: damping turns mz by alpha m x (m x B), the torque by a m x (m x z), and
   * what it does to the azimuth does not matter. Without that symmetry there is no energy.
   *
   * @return empty when there is a spin-transfer torque and no axial symmetry
   */
  public Optional<LinearField> energyField() {
    if (field.twist() == 0) {
      return Optional.of(field);
    }
    return axial()
        ? Optional.of(
            new LinearField(
                0, 0, field.bz() + field.twist() / damping, field.kx(), field.ky(), field.kz()))
        : Optional.empty();
  }

  /** Whether there is an energy with two wells and a pass between them. */
  public boolean hasTwoWells() {
    return energyField().flatMap(EnergyLandscape::of).isPresent();
  }

  /**
   * The energy landscape.
   *
   * @throws UnusableInput when a torque leaves no energy, or when there are not two wells
   */
  public EnergyLandscape landscape() {
    LinearField energetic =
        energyField()
            .orElseThrow(() ->
                new UnusableInput(
                    "a junction with spin-transfer torque in a field that is not along its axis has"
                        + " no energy barrier; use --method fokker-planck"));
    return EnergyLandscape.of(energetic)
        .orElseThrow(() ->
            new UnusableInput(
                String.format(
                    Locale.ROOT,
                    "the junction must have two stable states to be lost from, but at this voltage"
                        + " it has no barrier: net uniaxial field %.3g mT, field along z %.3g mT,"
                        + " in the plane %.3g mT",
                    1e3 * (energetic.kz() - 0.5 * (energetic.kx() + energetic.ky())),
                    1e3 * energetic.bz(),
                    1e3 * Math.hypot(energetic.bx(), energetic.by()))));
  }
}
