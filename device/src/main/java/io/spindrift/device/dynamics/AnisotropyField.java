package io.spindrift.device.dynamics;

import io.spindrift.device.spec.FreeLayer;
import io.spindrift.device.spec.TunnelBarrier;

/**
 * Interface anisotropy under voltage: B = Bk(V) mz z, Bk(V) = 2 (Ki - xi V/t_ox)/(Ms t_f).
 *
 * <p>Ki is the interface anisotropy at zero bias, xi the voltage-controlled-anisotropy coefficient,
 * t_ox the barrier thickness, t_f that of the free layer. A positive voltage lowers Bk.
 */
final class AnisotropyField {
  static LinearField of(FreeLayer layer, TunnelBarrier barrier, double voltageVolts) {
    double anisotropyJoulesPerSquareMeter =
        layer.interfaceAnisotropyJoulesPerSquareMeter()
            - barrier.vcmaCoefficientJoulesPerVoltMeter()
                * voltageVolts
                / barrier.thicknessMeters();
    double slopeTesla =
        2
            * anisotropyJoulesPerSquareMeter
            / (layer.saturationMagnetisationAmperesPerMeter() * layer.thicknessMeters());
    return new LinearField(0, 0, 0, 0, 0, slopeTesla);
  }

  private AnisotropyField() {}
}
