package io.spindrift.device.rare;

import io.spindrift.device.MagneticState;
import io.spindrift.device.drive.Drive;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.fokkerplanck.FokkerPlanck;
import io.spindrift.device.fokkerplanck.SphereFunction;
import io.spindrift.device.spec.MacrospinDevice;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The write-error rate without sampling: int p(m) u(m) over the well before the pulse.
 *
 * <p>p is the Boltzmann law of that well and u(m) the probability to end in it from m, the backward
 * solution of the Fokker-Planck equation. The failure itself is carried, not one minus the success,
 * so that rates keep their digits down to the round-off of the solution, about 1e-13.
 */
final class SolvedWriteError {
  private static final int PANELS = 8;
  private static final int NODES = 12;
  private static final int AZIMUTHS = 96;
  private static final double COARSER = 0.85;
  private static final double ROUND_OFF = 1e-13;
  private static final double NEGLIGIBLE = 1e-17;

  /** A rate and its numerical error. */
  record Solved(double rate, double error) {}

  /**
   * The rate with its numerical error: what a coarser resolution changes, and the round-off.
   *
   * <p>Coarser by the factor 0.85 in degree, as {@code FokkerPlanckSwitching} does it.
   */
  static Solved withError(
      MacrospinDevice device, Drive drive, BoltzmannLaw start, MagneticState from) {
    double fine = rate(device, drive, start, from);
    double coarse = rate(device, drive, start, from, COARSER);
    return new Solved(fine, Math.abs(fine - coarse) + ROUND_OFF);
  }

  static double rate(MacrospinDevice device, Drive drive, BoltzmannLaw start, MagneticState from) {
    return rate(device, drive, start, from, 1);
  }

  private static double rate(
      MacrospinDevice device,
      Drive drive,
      BoltzmannLaw start,
      MagneticState from,
      double resolution) {
    SphereRegion well = SphereRegion.wellOf(from);
    SphereFunction failure =
        FokkerPlanck.backward(device, drive, well, List.of(0.0), resolution).functions().getFirst();
    double sign = from == MagneticState.PARALLEL ? 1 : -1;
    GaussIntegratorFactory rules = new GaussIntegratorFactory();
    double sum = 0;
    double all = 0;
    for (int panel = 0; panel < PANELS; panel++) {
      // In the square root of 1 - |mz| the law is as smooth at the pole as elsewhere.
      GaussIntegrator nodes =
          rules.legendre(NODES, (double) panel / PANELS, (panel + 1.0) / PANELS);
      for (int i = 0; i < NODES; i++) {
        double root = nodes.getPoint(i);
        double z = sign * (1 - root * root);
        double radius = Math.sqrt(1 - z * z);
        for (int j = 0; j < AZIMUTHS; j++) {
          double phi = 2 * Math.PI * j / AZIMUTHS;
          double x = radius * Math.cos(phi);
          double y = radius * Math.sin(phi);
          double weight = nodes.getWeight(i) * root * start.relativeDensity(x, y, z);
          all += weight;
          if (weight > NEGLIGIBLE) {
            sum += weight * failure.value(x, y, z);
          }
        }
      }
    }
    return Math.clamp(sum / all, 0, 1);
  }

  private SolvedWriteError() {}
}
