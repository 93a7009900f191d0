package io.spindrift.device.dynamics;

/**
 * The lowest energy of a macrospin over a region of the sphere, per moment, in tesla.
 *
 * <p>A coarse grid finds the basin; a pattern search in (mz, azimuth) then halves its stride down
 * to 1e-12, which places the energy to about 1e-24 of its curvature.
 */
final class LowestEnergy {
  private static final int LATITUDES = 129;
  private static final int AZIMUTHS = 128;

  static double of(LinearField field, SphereRegion region) {
    double low = region.lowest();
    double high = region.highest();
    double best = Double.POSITIVE_INFINITY;
    double bestAngle = 0;
    double bestPhi = 0;
    for (int i = 0; i < LATITUDES; i++) {
      double angle = Math.asin(low) + (Math.asin(high) - Math.asin(low)) * i / (LATITUDES - 1);
      for (int j = 0; j < AZIMUTHS; j++) {
        double phi = 2 * Math.PI * j / AZIMUTHS;
        double energy = energy(field, angle, phi);
        if (energy < best) {
          best = energy;
          bestAngle = angle;
          bestPhi = phi;
        }
      }
    }
    return polish(field, region, bestAngle, bestPhi);
  }

  private static double polish(
      LinearField field, SphereRegion region, double startAngle, double startPhi) {
    double low = Math.asin(region.lowest());
    double high = Math.asin(region.highest());
    double angle = startAngle;
    double phi = startPhi;
    double best = energy(field, angle, phi);
    double stride = Math.PI / 64;
    while (stride > 1e-12) {
      boolean better = false;
      for (int direction = 0; direction < 4; direction++) {
        double sign = (direction & 1) == 0 ? stride : -stride;
        double a = direction < 2 ? Math.clamp(angle + sign, low, high) : angle;
        double p = direction < 2 ? phi : phi + sign;
        double energy = energy(field, a, p);
        if (energy < best) {
          best = energy;
          angle = a;
          phi = p;
          better = true;
        }
      }
      stride = better ? stride : stride / 2;
    }
    return best;
  }

  private static double energy(LinearField field, double angle, double phi) {
    double radius = Math.cos(angle);
    return field.energyTesla(radius * Math.cos(phi), radius * Math.sin(phi), Math.sin(angle));
  }

  private LowestEnergy() {}
}
