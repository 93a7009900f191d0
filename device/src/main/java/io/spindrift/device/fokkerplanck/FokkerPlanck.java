package io.spindrift.device.fokkerplanck;

import io.spindrift.device.drive.Drive;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * The Fokker-Planck equation of one macrospin, solved in spherical harmonics.
 *
 * <pre>
 *   dp/dt = -div(p v) + D lap p,      v the noise-free velocity
 * </pre>
 *
 * See docs/physics/fokker-planck.md.
 */
public final class FokkerPlanck {
  /** First term left out of an exponential series, relative to the state. */
  static final double TOLERANCE = 1e-16;

  private static final double SECOND = 1;
  private static final double COARSER = 0.85;

  /**
   * The slowest rate of a junction at constant voltage, and its mode.
   *
   * @param device the junction
   * @param voltageVolts voltage across the barrier
   * @param temperatureKelvin temperature
   */
  public static SlowestRate slowestRate(
      MacrospinDevice device, double voltageVolts, double temperatureKelvin) {
    Require.finite("voltage", voltageVolts, "V");
    Require.positive("temperature", temperatureKelvin, "K");
    Segment segment = Segment.of(device, voltageVolts, SECOND, temperatureKelvin, SECOND);
    return slowestRate(segment.field(), device.freeLayer().damping(), segment.diffusionPerSecond());
  }

  /**
   * The slowest rate in a constant field, and its mode.
   *
   * @param field deterministic field
   * @param damping Gilbert damping
   * @param diffusionPerSecond rotational diffusion coefficient D
   */
  public static SlowestRate slowestRate(
      LinearField field, double damping, double diffusionPerSecond) {
    int degree = Resolution.degreeForRates(field, damping, diffusionPerSecond);
    SlowestRate fine = SlowestMode.of(new DriftBasis(degree), field, damping, diffusionPerSecond);
    SlowestRate coarse =
        SlowestMode.of(
            new DriftBasis((int) (COARSER * degree)), field, damping, diffusionPerSecond);
    double change = Math.abs(fine.ratePerSecond() / coarse.ratePerSecond() - 1);
    return new SlowestRate(
        fine.ratePerSecond(),
        Math.max(change, fine.relativeError()),
        fine.parallelShare(),
        fine.mode());
  }

  /**
   * The probability of ending in a region, from every direction, at given times of a drive.
   *
   * @param device the junction
   * @param drive what is done to it
   * @param end UPPER (parallel) or LOWER (antiparallel)
   * @param seconds times from the start of the drive
   */
  public static BackwardSolution backward(
      MacrospinDevice device, Drive drive, SphereRegion end, List<Double> seconds) {
    return backward(device, drive, end, seconds, 1);
  }

  /**
   * The same at a resolution of choice, whose effect shows the numerical error.
   *
   * @param device the junction
   * @param drive what is done to it
   * @param end UPPER (parallel) or LOWER (antiparallel)
   * @param seconds times from the start of the drive
   * @param resolution factor on the highest degree of the harmonics, between 0.5 and 2
   */
  public static BackwardSolution backward(
      MacrospinDevice device,
      Drive drive,
      SphereRegion end,
      List<Double> seconds,
      double resolution) {
    Require.inRange("resolution", resolution, 0.5, 2, "");
    double damping = device.freeLayer().damping();
    int degree = 0;
    for (Segment segment : drive.segments()) {
      degree =
          Math.max(
              degree, Resolution.degree(segment.field(), damping, segment.diffusionPerSecond()));
    }
    return BackwardSolution.of(
        new DriftBasis((int) Math.round(resolution * degree)), damping, drive, end, seconds);
  }

  private FokkerPlanck() {}
}
