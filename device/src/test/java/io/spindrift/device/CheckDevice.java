package io.spindrift.device;

import io.spindrift.device.spec.BiasField;
import io.spindrift.device.spec.DemagnetisingFactors;
import io.spindrift.device.spec.FreeLayer;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.Operation;
import io.spindrift.device.spec.ParameterSpread;
import io.spindrift.device.spec.Spread;
import io.spindrift.device.spec.TunnelBarrier;
import io.spindrift.numerics.Constants;
import java.util.Optional;

/** The junction of docs/physics/macrospin.md, written down a second time. */
public final class CheckDevice {
  /** mu0 x 10 kA/m. */
  public static final double IN_PLANE_TESLA =
      Constants.VACUUM_PERMEABILITY_TESLA_METERS_PER_AMPERE * 10e3;

  /** Without any applied field. */
  public static MacrospinDevice free() {
    FreeLayer layer =
        new FreeLayer(
            50e-9,
            50e-9,
            1.1e-9,
            1.2e6,
            1.0056364e-3,
            0.03,
            Optional.of(new DemagnetisingFactors(0.010613, 0.010613, 0.978774)));
    return new MacrospinDevice(
        "check device",
        layer,
        new TunnelBarrier(1.5e-9, 75e-15, 200e-12, 0.572, 1.407, 0),
        BiasField.NONE,
        new Operation(0.84, 300, 0),
        Spread.of(
            ParameterSpread.normal("freeLayer.interfaceAnisotropy", 0.002),
            ParameterSpread.normal("barrier.vcmaCoefficient", 0.02),
            ParameterSpread.normal("freeLayer.diameter", 0.02),
            ParameterSpread.normal("barrier.resistanceAreaProduct", 0.05),
            ParameterSpread.normal("barrier.tmr", 0.16)));
  }

  /** In the in-plane field about which it precesses. */
  public static MacrospinDevice precessional() {
    return free().withBiasField(new BiasField(IN_PLANE_TESLA, 0, 0));
  }

  /** Without field, with the interface anisotropy that gives a stability factor at 300 K. */
  public static MacrospinDevice ofStability(double factor, double damping) {
    FreeLayer layer = free().freeLayer();
    double net =
        2 * Constants.BOLTZMANN_JOULES_PER_KELVIN * 300 * factor / layer.momentAmpereSquareMeters();
    double shape =
        Constants.VACUUM_PERMEABILITY_TESLA_METERS_PER_AMPERE
            * layer.saturationMagnetisationAmperesPerMeter()
            * (0.978774 - 0.010613);
    double anisotropy =
        (net + shape)
            * layer.saturationMagnetisationAmperesPerMeter()
            * layer.thicknessMeters()
            / 2;
    return free().withFreeLayer(layer.withInterfaceAnisotropy(anisotropy).withDamping(damping));
  }

  private CheckDevice() {}
}
