package io.spindrift.device.switching;

import io.spindrift.device.CoveredValue;
import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/**
 * P(switch) of any number of devices, drawn from the law of a simulated population.
 *
 * <p>A smoothed bootstrap on the angle x = asin sqrt P, in which a share counted in n trials has
 * the variance 1/(4n) whatever P. Device i picks a member k and two more, a and b, by its own key,
 * and
 *
 * <pre>
 *   x = c + s (x_k - c + h (x_a - x_b)/sqrt 2)/sqrt(1 + h^2),   P = sin^2 x
 * </pre>
 *
 * with c the mean of the population, h = 1.06 N^(-1/5) the bandwidth of Silverman's rule, and s =
 * sqrt(max(0, v - 1/(4n))/v), v the variance found: the counting noise of the simulation is removed
 * from the variance (though not from the shape), so that the spread of the drawn devices is an
 * unbiased image of the spread between devices. Both directions share k, a and b and keep their
 * correlation. Covers the operating point of the population alone; a negative index is the mean.
 */
public final class PopulationSwitchingModel implements SwitchingModel {
  private final DevicePopulation population;
  private final StreamKey devices;
  private final double[][] angles = new double[2][];
  private final double[] centre = new double[2];
  private final double[] scale = new double[2];
  private final double bandwidth;

  /**
   * The model of a population.
   *
   * @param population what was simulated
   * @param variation where device-to-device differences come from
   */
  public PopulationSwitchingModel(DevicePopulation population, StreamKey variation) {
    this.population = population;
    this.devices = variation.purpose("device");
    this.bandwidth = 1.06 * Math.pow(population.members().size(), -0.2);
    for (MagneticState from : MagneticState.values()) {
      fit(from);
    }
  }

  private void fit(MagneticState from) {
    double[] x =
        population.members().stream()
            .mapToDouble(
                m -> from == MagneticState.PARALLEL ? m.fromParallel() : m.fromAntiparallel())
            .map(p -> Math.asin(Math.sqrt(p)))
            .toArray();
    double mean = 0;
    for (double value : x) {
      mean += value / x.length;
    }
    double variance = 0;
    for (double value : x) {
      variance += (value - mean) * (value - mean) / Math.max(1, x.length - 1);
    }
    double counting = 1 / (4.0 * population.trials());
    angles[from.ordinal()] = x;
    centre[from.ordinal()] = mean;
    scale[from.ordinal()] =
        variance > 0 ? Math.sqrt(Math.max(0, variance - counting) / variance) : 0;
  }

  @Override
  public String name() {
    return population.device()
        + ", simulated population of "
        + population.members().size()
        + " devices";
  }

  @Override
  public double probability(
      MagneticState from,
      double voltageVolts,
      double pulseSeconds,
      double temperatureKelvin,
      long deviceIndex) {
    CoveredValue.require("voltage", voltageVolts, population.voltageVolts(), Dimension.VOLTAGE);
    CoveredValue.require("pulse", pulseSeconds, population.pulseSeconds(), Dimension.TIME);
    CoveredValue.require(
        "temperature", temperatureKelvin, population.temperatureKelvin(), Dimension.TEMPERATURE);
    double x = centre[from.ordinal()];
    if (deviceIndex >= 0) {
      x += deviation(from.ordinal(), devices.at(deviceIndex).open());
    }
    double sine = Math.sin(Math.clamp(x, 0, Math.PI / 2));
    return sine * sine;
  }

  private double deviation(int side, RandomStream random) {
    double[] x = angles[side];
    double picked = x[random.nextInt(x.length)] - centre[side];
    double first = x[random.nextInt(x.length)];
    double second = x[random.nextInt(x.length)];
    double kernel = (first - second) / Math.sqrt(2);
    return scale[side] * (picked + bandwidth * kernel) / Math.sqrt(1 + bandwidth * bandwidth);
  }
}
