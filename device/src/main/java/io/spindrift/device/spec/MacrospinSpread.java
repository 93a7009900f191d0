package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;

/**
 * Device-to-device standard deviations of a macrospin junction, each relative to its mean.
 *
 * @param interfaceAnisotropy of the interface anisotropy
 * @param vcmaCoefficient of the voltage-controlled-anisotropy coefficient
 * @param diameter of both diameters together
 * @param resistanceAreaProduct of the resistance-area product
 * @param tmr of the magnetoresistance
 */
public record MacrospinSpread(
    @Declared(says = "Relative spread of the interface anisotropy", min = 0, max = 0.3)
        double interfaceAnisotropy,
    @Declared(says = "Relative spread of the VCMA coefficient", min = 0, max = 0.3)
        double vcmaCoefficient,
    @Declared(says = "Relative spread of the pillar diameter", min = 0, max = 0.3) double diameter,
    @Declared(says = "Relative spread of the resistance-area product", min = 0, max = 0.3)
        double resistanceAreaProduct,
    @Declared(says = "Relative spread of the magnetoresistance", min = 0, max = 0.3) double tmr) {

  /** Checks every component; above 0.3 a normal law would give negative values. */
  public MacrospinSpread {
    Require.inRange("spread of interfaceAnisotropy", interfaceAnisotropy, 0, 0.3, "");
    Require.inRange("spread of vcmaCoefficient", vcmaCoefficient, 0, 0.3, "");
    Require.inRange("spread of diameter", diameter, 0, 0.3, "");
    Require.inRange("spread of resistanceAreaProduct", resistanceAreaProduct, 0, 0.3, "");
    Require.inRange("spread of tmr", tmr, 0, 0.3, "");
  }

  /** Whether switching is the same for all devices. */
  public boolean leavesSwitchingAlone() {
    return interfaceAnisotropy == 0 && vcmaCoefficient == 0 && diameter == 0;
  }
}
