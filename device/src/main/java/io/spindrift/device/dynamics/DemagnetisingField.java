package io.spindrift.device.dynamics;

import io.spindrift.device.spec.DemagnetisingFactors;
import io.spindrift.device.spec.FreeLayer;
import io.spindrift.numerics.Constants;

/** Field of the free layer on itself: B = -mu0 Ms N m, N diagonal in the axes of the pillar. */
final class DemagnetisingField {
  static LinearField of(FreeLayer layer) {
    double scale =
        -Constants.VACUUM_PERMEABILITY_TESLA_METERS_PER_AMPERE
            * layer.saturationMagnetisationAmperesPerMeter();
    DemagnetisingFactors n = layer.demagnetisingFactors();
    return new LinearField(0, 0, 0, scale * n.x(), scale * n.y(), scale * n.z());
  }

  private DemagnetisingField() {}
}
