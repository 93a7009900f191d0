package io.spindrift.device.fokkerplanck;

import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.numerics.Constants;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.special.Erf;

/**
 * The Boltzmann law p ~ exp(-E/kB T) of a field without torque, on the sphere or in one well.
 *
 * <p>Moments are quadratures: Gauss-Legendre panels in mz, the trapezoid rule in the azimuth. A law
 * that ends at the equator has a jump there; its coefficients fall only as a power of l, which is
 * why observables are carried backward as well (see {@link BackwardSolution}).
 */
final class BoltzmannDensity {
  private static final int PANEL_NODES = 32;

  private final LinearField field;
  private final double[] heights;
  private final double[] weights; // of the ring at a height, azimuthal step included
  private final double[][] values; // [height][azimuth], largest 1
  private final int azimuths;

  /**
   * The law.
   *
   * @param field deterministic field; its twist is ignored
   * @param perTesla Ms V/(kB T)
   * @param region where the law is restricted to
   * @param degree highest degree that will be asked for
   */
  BoltzmannDensity(LinearField field, double perTesla, SphereRegion region, int degree) {
    this.field = field;
    double low = region == SphereRegion.UPPER ? 0 : -1;
    double high = region == SphereRegion.LOWER ? 0 : 1;
    int panels = 2 * Math.ceilDiv(degree, PANEL_NODES) + 6;
    this.azimuths = 2 * (degree + 1) + 64;
    this.heights = new double[panels * PANEL_NODES];
    this.weights = new double[heights.length];
    this.values = new double[heights.length][azimuths];
    GaussIntegratorFactory rules = new GaussIntegratorFactory();
    double width = (high - low) / panels;
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < heights.length; i++) {
      int panel = i / PANEL_NODES;
      GaussIntegrator nodes =
          rules.legendre(PANEL_NODES, low + panel * width, low + (panel + 1) * width);
      heights[i] = nodes.getPoint(i % PANEL_NODES);
      weights[i] = nodes.getWeight(i % PANEL_NODES) * 2 * Math.PI / azimuths;
      double radius = Math.sqrt(1 - heights[i] * heights[i]);
      for (int j = 0; j < azimuths; j++) {
        double phi = azimuth(j);
        double energy =
            field.energyTesla(radius * Math.cos(phi), radius * Math.sin(phi), heights[i]);
        values[i][j] = -perTesla * energy;
        largest = Math.max(largest, values[i][j]);
      }
    }
    for (double[] ring : values) {
      for (int j = 0; j < azimuths; j++) {
        ring[j] = Math.exp(ring[j] - largest);
      }
    }
  }

  /** Ms V/(kB T) per tesla from the noise: gamma alpha/((1 + alpha^2) D). */
  static double perTesla(double damping, double diffusionPerSecond) {
    return Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA
        * damping
        / ((1 + damping * damping) * diffusionPerSecond);
  }

  private double azimuth(int j) {
    return 2 * Math.PI * j / azimuths;
  }

  /** The probability of a hemisphere under a law on the whole sphere. */
  double share(SphereRegion region) {
    double inside = 0;
    double all = 0;
    for (int i = 0; i < heights.length; i++) {
      double ring = 0;
      for (double value : values[i]) {
        ring += value;
      }
      all += weights[i] * ring;
      if (heights[i] > 0 == (region == SphereRegion.UPPER)) {
        inside += weights[i] * ring;
      }
    }
    return inside / all;
  }

  /**
   * The rate of a backward mode u by its flux across a smooth step w(mz) at the saddle.
   *
   * <pre>
   *   lambda int rho w (u - mean u) = int rho w'(mz) [ D (my Rx u - mx Ry u) + (u - mean u) v_z ]
   * </pre>
   *
   * w = erf(c (mz - z_s)), z_s the height whose ring has the highest lowest energy, c so large that
   * rho w' falls off from there; v_z = -gamma/(1 + alpha^2) (mx By - my Bx) is the precession. It
   * is the backward equation times rho w, integrated by parts.
   *
   * @param layout of the mode
   * @param u coefficients of the mode
   * @param turn gamma/(1 + alpha^2)
   * @param diffusionPerSecond D
   */
  double fluxRate(HarmonicLayout layout, double[] u, double turn, double diffusionPerSecond) {
    AngularOperators turns = new AngularOperators(layout);
    double[][] f = valuesOf(layout, u);
    double[][] alongX = valuesOf(layout, turns.rotationX().applied(u));
    double[][] alongY = valuesOf(layout, turns.rotationY().applied(u));
    int saddle = saddleRing();
    double steepness = Math.sqrt(2 - 2 * Math.log(ringHighest(saddle)));
    double mean = mean(f);
    double flux = 0;
    double norm = 0;
    for (int i = 0; i < heights.length; i++) {
      double z = heights[i];
      double radius = Math.sqrt(1 - z * z);
      double reach = steepness * (z - heights[saddle]);
      double step = Erf.erf(reach);
      double slope = 2 / Math.sqrt(Math.PI) * steepness * Math.exp(-reach * reach);
      for (int j = 0; j < azimuths; j++) {
        double x = radius * Math.cos(azimuth(j));
        double y = radius * Math.sin(azimuth(j));
        double velocity =
            -turn * (x * (field.by() + field.ky() * y) - y * (field.bx() + field.kx() * x));
        double current =
            diffusionPerSecond * (y * alongX[i][j] - x * alongY[i][j])
                + (f[i][j] - mean) * velocity;
        flux += weights[i] * values[i][j] * slope * current;
        norm += weights[i] * values[i][j] * step * (f[i][j] - mean);
      }
    }
    return flux / norm;
  }

  private double mean(double[][] f) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < heights.length; i++) {
      for (int j = 0; j < azimuths; j++) {
        sum += weights[i] * values[i][j] * f[i][j];
        all += weights[i] * values[i][j];
      }
    }
    return sum / all;
  }

  private int saddleRing() {
    int saddle = 0;
    for (int i = 1; i < heights.length; i++) {
      if (ringHighest(i) < ringHighest(saddle)) {
        saddle = i;
      }
    }
    return saddle;
  }

  /** The largest value on a ring of constant mz. */
  private double ringHighest(int i) {
    double highest = 0;
    for (double value : values[i]) {
      highest = Math.max(highest, value);
    }
    return highest;
  }

  private double[][] valuesOf(HarmonicLayout layout, double[] coefficients) {
    double[][] cosines = waves(layout, 0);
    double[][] sines = waves(layout, 1);
    double[] legendre = new double[layout.half()];
    double[][] f = new double[heights.length][azimuths];
    for (int i = 0; i < heights.length; i++) {
      Legendre.fill(layout, heights[i], legendre);
      for (int m = 0; m <= layout.degree(); m++) {
        double cosine = 0;
        double sine = 0;
        for (int l = m; l <= layout.degree(); l++) {
          double t = legendre[layout.at(l, m)];
          cosine += t * coefficients[layout.at(HarmonicLayout.COSINE, l, m)];
          sine += t * coefficients[layout.at(HarmonicLayout.SINE, l, m)];
        }
        for (int j = 0; j < azimuths; j++) {
          f[i][j] += cosine * cosines[m][j] + sine * sines[m][j];
        }
      }
    }
    return f;
  }

  /** cos(m phi), or sin(m phi) for a shift of one quarter turn, at every azimuth. */
  private double[][] waves(HarmonicLayout layout, int quarterTurns) {
    double[][] waves = new double[layout.degree() + 1][azimuths];
    for (int m = 0; m <= layout.degree(); m++) {
      for (int j = 0; j < azimuths; j++) {
        double angle = 2 * Math.PI * ((long) m * j % azimuths) / azimuths;
        waves[m][j] = quarterTurns == 0 ? Math.cos(angle) : Math.sin(angle);
      }
    }
    return waves;
  }

  /** The normalised law as a sum of harmonics. */
  SphereFunction projected(HarmonicLayout layout) {
    double[] sums = new double[layout.size()];
    double[] legendre = new double[layout.half()];
    double[][] cosines = waves(layout, 0);
    double[][] sines = waves(layout, 1);
    for (int i = 0; i < heights.length; i++) {
      Legendre.fill(layout, heights[i], legendre);
      for (int m = 0; m <= layout.degree(); m++) {
        double cosine = 0;
        double sine = 0;
        for (int j = 0; j < azimuths; j++) {
          cosine += values[i][j] * cosines[m][j];
          sine += values[i][j] * sines[m][j];
        }
        for (int l = m; l <= layout.degree(); l++) {
          double t = weights[i] * legendre[layout.at(l, m)];
          sums[layout.at(HarmonicLayout.COSINE, l, m)] += t * cosine;
          if (m > 0) {
            sums[layout.at(HarmonicLayout.SINE, l, m)] += t * sine;
          }
        }
      }
    }
    int origin = layout.at(HarmonicLayout.COSINE, 0, 0);
    double one = 1 / Math.sqrt(4 * Math.PI);
    double scale = one / sums[origin];
    for (int i = 0; i < sums.length; i++) {
      sums[i] *= scale;
    }
    sums[origin] = one;
    return new SphereFunction(layout, sums);
  }
}
