package io.spindrift.device.dynamics;

import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The equilibrium law p(m) ~ exp(-E(m)/kB T) of a macrospin, on the sphere or in one well.
 *
 * <p>Averages are exact quadratures (Gauss-Legendre panels in mz, trapezoid in the azimuth);
 * samples are exact by rejection from the uniform law, about 2 x stability proposals each.
 * Immutable.
 */
public final class BoltzmannLaw {
  private static final int PANELS = 24;
  private static final int NODES = 16;
  private static final int AZIMUTHS = 256;
  private static final double BOUND_MARGIN = 1e-6;

  private final LinearField field;
  private final double perTesla; // Ms V/(kB T)
  private final SphereRegion region;
  private final double lowestTesla;

  /**
   * The law in a field.
   *
   * @param field deterministic field
   * @param momentAmpereSquareMeters Ms V
   * @param temperatureKelvin temperature
   * @param region where the law is restricted to
   */
  public BoltzmannLaw(
      LinearField field,
      double momentAmpereSquareMeters,
      double temperatureKelvin,
      SphereRegion region) {
    Require.positive("temperature", temperatureKelvin, "K");
    if (field.twist() != 0) {
      throw new IllegalArgumentException(
          "a field with spin-transfer torque has no Boltzmann law, but its torque was "
              + field.twist()
              + " T");
    }
    this.field = field;
    this.perTesla =
        momentAmpereSquareMeters / (Constants.BOLTZMANN_JOULES_PER_KELVIN * temperatureKelvin);
    this.region = region;
    this.lowestTesla = LowestEnergy.of(field, region);
  }

  /**
   * The law of a device at rest, at zero voltage.
   *
   * @throws io.spindrift.numerics.UnusableInput for the well of a device that has none
   */
  public static BoltzmannLaw atRest(
      MacrospinDevice device, double temperatureKelvin, SphereRegion region) {
    Require.positive("temperature", temperatureKelvin, "K");
    if (region != SphereRegion.WHOLE) {
      EffectiveField.requireWells(device, temperatureKelvin);
    }
    return new BoltzmannLaw(
        EffectiveField.of(device, 0, temperatureKelvin),
        device.atTemperature(temperatureKelvin).freeLayer().momentAmpereSquareMeters(),
        temperatureKelvin,
        region);
  }

  /** The exact mean of mz^2. */
  public double meanSquareMz() {
    return sum(2) / sum(0);
  }

  /** The exact mean of mz. */
  public double meanMz() {
    return sum(1) / sum(0);
  }

  /** Density at the unit vector (x, y, z) over the highest density of the region; 0 outside it. */
  public double relativeDensity(double x, double y, double z) {
    boolean inside = z >= region.lowest() && z <= region.highest();
    return inside ? Math.exp(-perTesla * (field.energyTesla(x, y, z) - lowestTesla)) : 0;
  }

  /** Probabilities of equal bins of mz that cover [-1, 1]. */
  public List<Double> sharesOfMz(int bins) {
    GaussIntegratorFactory rules = new GaussIntegratorFactory();
    double[] masses = new double[bins];
    double total = 0;
    for (int bin = 0; bin < bins; bin++) {
      double low = Math.max(-1 + 2.0 * bin / bins, region.lowest());
      double high = Math.min(-1 + 2.0 * (bin + 1) / bins, region.highest());
      if (low < high) {
        GaussIntegrator nodes = rules.legendre(NODES, low, high);
        for (int i = 0; i < NODES; i++) {
          masses[bin] += nodes.getWeight(i) * ring(nodes.getPoint(i));
        }
      }
      total += masses[bin];
    }
    List<Double> shares = new ArrayList<>();
    for (double mass : masses) {
      shares.add(mass / total);
    }
    return shares;
  }

  /** Starts {@code spin} at a direction drawn from the law. */
  public void draw(RandomGenerator random, HeunStepper spin) {
    double[] m = draw(random);
    spin.start(m[0], m[1], m[2]);
  }

  /** A direction (x, y, z) drawn from the law. */
  public double[] draw(RandomGenerator random) {
    double low = region.lowest();
    double span = region.highest() - low;
    while (true) {
      double z = low + span * random.nextDouble();
      double kept = random.nextDouble();
      double radius = Math.sqrt(1 - z * z);
      if (kept >= Math.exp(-perTesla * (lowestOfRing(z, radius) - lowestTesla))) {
        continue; // whatever the azimuth
      }
      double phi = 2 * Math.PI * random.nextDouble();
      double x = radius * Math.cos(phi);
      double y = radius * Math.sin(phi);
      double exponent = -perTesla * (field.energyTesla(x, y, z) - lowestTesla);
      if (exponent > BOUND_MARGIN) {
        throw new NumericalFailure(
            "energy must be at least its lowest value, but was "
                + exponent
                + " kB T below it at ("
                + x
                + ", "
                + y
                + ", "
                + z
                + ")");
      }
      if (kept < Math.exp(exponent)) {
        return new double[] {x, y, z};
      }
    }
  }

  /** No direction of the ring at this height has a lower energy. */
  private double lowestOfRing(double z, double radius) {
    double inPlane = Math.sqrt(field.bx() * field.bx() + field.by() * field.by());
    return -inPlane * radius
        - field.bz() * z
        - 0.5 * (Math.max(field.kx(), field.ky()) * radius * radius + field.kz() * z * z);
  }

  private double sum(int power) {
    double low = region.lowest();
    double width = (region.highest() - low) / PANELS;
    GaussIntegratorFactory rules = new GaussIntegratorFactory();
    double sum = 0;
    for (int panel = 0; panel < PANELS; panel++) {
      double start = low + panel * width;
      GaussIntegrator nodes = rules.legendre(NODES, start, start + width);
      for (int i = 0; i < NODES; i++) {
        double z = nodes.getPoint(i);
        sum += nodes.getWeight(i) * ring(z) * Math.pow(z, power);
      }
    }
    return sum;
  }

  private double ring(double z) {
    double radius = Math.sqrt(1 - z * z);
    double sum = 0;
    for (int j = 0; j < AZIMUTHS; j++) {
      double phi = 2 * Math.PI * j / AZIMUTHS;
      double tesla = field.energyTesla(radius * Math.cos(phi), radius * Math.sin(phi), z);
      sum += Math.exp(-perTesla * (tesla - lowestTesla));
    }
    return sum;
  }
}
