package io.spindrift.device.dynamics;

import io.spindrift.numerics.Constants;
import io.spindrift.numerics.NumericalFailure;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The stochastic Landau-Lifshitz-Gilbert equation of one macrospin by the stochastic Heun scheme.
 *
 * <pre>
 *   dm/dt = f(m, B) = -gamma/(1 + alpha^2) [ m x B + alpha m x (m x B) ],   B = B(m) + B_thermal
 *   m* = m + dt f(m, B(m) + h),   m' = m + dt/2 [ f(m, B(m) + h) + f(m*, B(m*) + h) ],   m'/|m'|
 * </pre>
 *
 * The same noise h enters both evaluations: the scheme converges to the Stratonovich solution, the
 * one that keeps |m| and has the Boltzmann law. Cartesian components; spherical angles would need
 * an extra drift. Source: Garcia-Palacios and Lazaro, Phys. Rev. B 58, 14937 (1998).
 *
 * <p>This is the plain reference. One object holds one spin and is reused; stepping allocates
 * nothing. Not thread-safe.
 */
public final class HeunStepper {
  private final double alpha;
  private double stepSeconds;
  private double sigmaTesla;
  private double rate; // gamma dt/(1 + alpha^2), per tesla
  private double bx;
  private double by;
  private double bz;
  private double kx;
  private double ky;
  private double kz;
  private double twist;
  private double mx;
  private double my;
  private double mz = 1;
  private double seconds;
  private long steps;

  /** A spin along +z with Gilbert damping {@code damping}, in no field. */
  public HeunStepper(double damping) {
    this.alpha = damping;
  }

  /** Sets the magnetisation to the direction of (x, y, z) and time and step count to zero. */
  public void start(double x, double y, double z) {
    double norm = Math.sqrt(x * x + y * y + z * z);
    mx = x / norm;
    my = y / norm;
    mz = z / norm;
    seconds = 0;
    steps = 0;
  }

  /**
   * Sets the field, the step and the thermal noise of the steps that follow.
   *
   * @param field deterministic field against magnetisation
   * @param dtSeconds length of a step
   * @param thermalSigmaTesla standard deviation of each thermal component for that length
   */
  public void drive(LinearField field, double dtSeconds, double thermalSigmaTesla) {
    bx = field.bx();
    by = field.by();
    bz = field.bz();
    kx = field.kx();
    ky = field.ky();
    kz = field.kz();
    twist = field.twist();
    stepSeconds = dtSeconds;
    sigmaTesla = thermalSigmaTesla;
    rate = Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA * dtSeconds / (1 + alpha * alpha);
  }

  /**
   * Takes {@code count} steps with thermal noise from {@code random}.
   *
   * @throws NumericalFailure when the magnetisation is no longer finite
   */
  public void advance(long count, RandomGenerator random) {
    double sigma = sigmaTesla;
    for (long i = 0; i < count; i++) {
      step(
          sigma * random.nextGaussian(),
          sigma * random.nextGaussian(),
          sigma * random.nextGaussian());
    }
    passed(count);
  }

  /**
   * Takes {@code count} steps without noise.
   *
   * @throws NumericalFailure when the magnetisation is no longer finite
   */
  public void advanceWithoutNoise(long count) {
    for (long i = 0; i < count; i++) {
      step(0, 0, 0);
    }
    passed(count);
  }

  /** One step in the thermal field (hx, hy, hz), in tesla; counts neither time nor steps. */
  void step(double hx, double hy, double hz) {
    double cx = bx + hx;
    double cy = by + hy;
    double cz = bz + hz;
    double a = alpha;
    double w = twist;

    double ex = cx + kx * mx + w * my;
    double ey = cy + ky * my - w * mx;
    double ez = cz + kz * mz;
    double px = my * ez - mz * ey;
    double py = mz * ex - mx * ez;
    double pz = mx * ey - my * ex;
    double fx = px + a * (my * pz - mz * py);
    double fy = py + a * (mz * px - mx * pz);
    double fz = pz + a * (mx * py - my * px);

    double nx = mx - rate * fx;
    double ny = my - rate * fy;
    double nz = mz - rate * fz;
    ex = cx + kx * nx + w * ny;
    ey = cy + ky * ny - w * nx;
    ez = cz + kz * nz;
    px = ny * ez - nz * ey;
    py = nz * ex - nx * ez;
    pz = nx * ey - ny * ex;
    fx += px + a * (ny * pz - nz * py);
    fy += py + a * (nz * px - nx * pz);
    fz += pz + a * (nx * py - ny * px);

    double half = 0.5 * rate;
    nx = mx - half * fx;
    ny = my - half * fy;
    nz = mz - half * fz;
    double scale = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
    mx = nx * scale;
    my = ny * scale;
    mz = nz * scale;
  }

  private void passed(long count) {
    steps += count;
    seconds += count * stepSeconds;
    if (!Double.isFinite(mx + my + mz)) {
      throw new NumericalFailure(
          String.format(
              Locale.ROOT,
              "magnetisation must stay finite, but was (%g, %g, %g) at %.6g s, step %d of %.3g s",
              mx,
              my,
              mz,
              seconds,
              steps,
              stepSeconds));
    }
  }

  /** Component along the major axis. */
  public double mx() {
    return mx;
  }

  /** Component along the minor axis. */
  public double my() {
    return my;
  }

  /** Component along the easy axis. */
  public double mz() {
    return mz;
  }
}
