package io.spindrift.device.retention;

import io.spindrift.device.MagneticState;
import io.spindrift.device.landscape.EnergyLandscape;
import io.spindrift.device.landscape.SaddleContour;
import io.spindrift.device.landscape.StationaryPoint;
import io.spindrift.numerics.Constants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Escape rates of a macrospin in the limit of a high barrier.
 *
 * <p>About an axis of symmetry, with net uniaxial field Bk, axial field Bz, h = Bz/Bk and sigma =
 * Bk Ms V/(2 kB T), from P (h changes sign for AP):
 *
 * <pre>
 *   rate = gamma alpha/(1 + alpha^2) Bk sqrt(sigma/pi) (1 - h^2)(1 + h) exp(-sigma (1 + h)^2)
 * </pre>
 *
 * <p>Otherwise, for every pass, with curvatures c1, c2 of E/(Ms V) at the bottom (0) and at the
 * pass (s):
 *
 * <pre>
 *   rate = Omega/(2 pi) sqrt(c1(0) c2(0)/|c1(s) c2(s)|) exp(-(E(s) - E(0))/kB T) F
 *   Omega = gamma alpha/(2 (1 + alpha^2)) [ -c1 - c2 + sqrt((c1 - c2)^2 - 4 c1 c2/alpha^2) ] at s
 *   F = A(alpha S) A(alpha S')/A(alpha S + alpha S')
 * </pre>
 *
 * <p>Omega is the growth rate of the damped motion at the pass, F the depopulation of the barrier
 * by weak damping, S and S' in kB T the actions of the orbits through the pass in the two wells.
 * Sources: W. F. Brown, Phys. Rev. 130, 1677 (1963) and IEEE Trans. Magn. 15, 1196 (1979); L. J.
 * Geoghegan, W. T. Coffey, B. Mulligan, Adv. Chem. Phys. 100, 475 (1997); P. M. Dejardin, D. S. F.
 * Crothers, W. T. Coffey, Y. P. Kalmykov, Phys. Rev. E 63, 021102 (2001).
 *
 * <p>Between the two cases, where the energy varies along the circle of the barrier by less than
 * about kB T, neither holds; {@link #softnessStability} tells.
 */
public final class EscapeFormula {
  private final HeldJunction junction;
  private final EnergyLandscape landscape;
  private final Map<StationaryPoint, Double> dampingFactors = new HashMap<>();

  /** The formula for a junction. */
  public EscapeFormula(HeldJunction junction) {
    this.junction = junction;
    this.landscape = junction.landscape();
  }

  /** Both rates. */
  public StateRates rates() {
    return new StateRates(
        ratePerSecond(MagneticState.PARALLEL), ratePerSecond(MagneticState.ANTIPARALLEL));
  }

  /** Rate out of a state. */
  public double ratePerSecond(MagneticState from) {
    return landscape.axial() ? brown(from) : langer(from);
  }

  /** The factor F by which weak damping lowers the rates over the lowest pass; 1 on an axis. */
  public double dampingFactor() {
    return landscape.axial() ? 1 : dampingFactor(landscape.pass());
  }

  /**
   * How many kB T the energy on the circle of the barrier rises within a radian of the pass: half
   * the curvature along it. Infinite on an axis of symmetry, where nothing depends on it.
   */
  public double softnessStability() {
    return landscape.axial()
        ? Double.POSITIVE_INFINITY
        : 0.5 * junction.perTesla() * landscape.pass().highCurvatureTesla();
  }

  private double brown(MagneticState from) {
    double net = landscape.field().kz() - landscape.field().kx();
    double sign = from == MagneticState.PARALLEL ? 1 : -1;
    double h = sign * landscape.field().bz() / net;
    double sigma = 0.5 * junction.perTesla() * net;
    return junction.precessionPerTesla()
        * junction.damping()
        * net
        * Math.sqrt(sigma / Math.PI)
        * (1 - h * h)
        * (1 + h)
        * Math.exp(-sigma * (1 + h) * (1 + h));
  }

  private double langer(MagneticState from) {
    StationaryPoint well = landscape.well(from);
    double bottom = well.lowCurvatureTesla() * well.highCurvatureTesla();
    List<StationaryPoint> passes = landscape.passes();
    double sum = 0;
    for (StationaryPoint pass : passes) {
      double product = -pass.lowCurvatureTesla() * pass.highCurvatureTesla();
      sum +=
          growthPerSecond(pass)
              / (2 * Math.PI)
              * Math.sqrt(bottom / product)
              * Math.exp(-junction.perTesla() * (pass.energyTesla() - well.energyTesla()))
              * dampingFactor(pass);
    }
    return sum;
  }

  /** Growth rate of the deviation from a pass under damped precession. */
  private double growthPerSecond(StationaryPoint pass) {
    double low = pass.lowCurvatureTesla();
    double high = pass.highCurvatureTesla();
    double alpha = junction.damping();
    double root = Math.sqrt((high - low) * (high - low) * alpha * alpha - 4 * high * low) / alpha;
    return 0.5
        * Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
        * alpha
        / (1 + alpha * alpha)
        * (root - high - low);
  }

  /** F over a pass, the same for both directions and dear: two orbits are walked for it. */
  private double dampingFactor(StationaryPoint pass) {
    return dampingFactors.computeIfAbsent(pass, this::depopulation);
  }

  private double depopulation(StationaryPoint pass) {
    double scale = junction.damping() * junction.perTesla();
    double here = SaddleContour.actionTesla(landscape, pass, MagneticState.PARALLEL);
    // Without a field along z both wells are mirror images and so are their orbits.
    double there =
        landscape.field().bz() == 0
            ? here
            : SaddleContour.actionTesla(landscape, pass, MagneticState.ANTIPARALLEL);
    return Depopulation.ofDoubleWell(scale * here, scale * there);
  }
}
