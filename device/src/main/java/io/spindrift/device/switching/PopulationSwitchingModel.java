package io.spindrift.device.switching;

import io.spindrift.device.CoveredValue;
import io.spindrift.device.MagneticState;
import io.spindrift.device.SwitchingModel;
import io.spindrift.device.variability.DeviceDraws;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * P(switch) of any number of devices, from their own parameters and a simulated population.
 *
 * <p>In the angle x = asin sqrt P a share counted in n trials has the variance 1/(4n) whatever P.
 * The members' angles are explained by the deviates of their parameters as far as a straight line
 * goes, by least squares, and the rest is drawn by a smoothed bootstrap: device i has its own
 * deviates z, picks the rest r_k of a member and those of two more, a and b, by its own key, and
 *
 * <pre>
 *   x = c + g.(z - z_c) + s (r_k + h (r_a - r_b)/sqrt 2)/sqrt(1 + h^2),   P = sin^2 x
 * </pre>
 *
 * with c and z_c the means of the population, h = 1.06 N^(-1/5) the bandwidth of Silverman's rule,
 * and s = sqrt(max(0, v (1 - d/N) - 1/(4n))/v), v the variance of the rests and d the number of
 * slopes: the counting noise of the simulation, and what it put into the slopes, is removed from
 * the variance (though not from the shape), so that the spread of the drawn devices is an unbiased
 * image of the spread between devices. Both directions share k, a and b and keep their correlation,
 * and the deviates are those of the device's one joint draw, so that P keeps its correlation with
 * the device's resistance to first order. Covers the operating point of the population alone; a
 * negative index is the mean.
 */
public final class PopulationSwitchingModel implements SwitchingModel {
  private final DevicePopulation population;
  private final DeviceDraws draws;
  private final StreamKey devices;
  private final Map<MagneticState, PopulationTrend> sides = new EnumMap<>(MagneticState.class);
  private final double bandwidth;

  /**
   * The model of a population.
   *
   * @param population what was simulated
   * @param draws the devices from which it was taken
   * @param variation where the rest of the device-to-device differences comes from
   */
  public PopulationSwitchingModel(
      DevicePopulation population, DeviceDraws draws, StreamKey variation) {
    this.population = population;
    this.draws = draws;
    this.devices = variation.purpose("device");
    this.bandwidth = 1.06 * Math.pow(population.members().size(), -0.2);
    for (MagneticState from : MagneticState.values()) {
      sides.put(from, PopulationTrend.of(population, from));
    }
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
    PopulationTrend side = Objects.requireNonNull(sides.get(from));
    double x = side.centre();
    if (deviceIndex >= 0) {
      x += side.explained(draws.deviatesOfSwitching(draws.draw(deviceIndex)));
      x += rest(side, devices.at(deviceIndex).open());
    }
    double sine = Math.sin(Math.clamp(x, 0, Math.PI / 2));
    return sine * sine;
  }

  private double rest(PopulationTrend side, RandomStream random) {
    double[] rests = side.rests();
    double picked = rests[random.nextInt(rests.length)];
    double first = rests[random.nextInt(rests.length)];
    double second = rests[random.nextInt(rests.length)];
    double kernel = (first - second) / Math.sqrt(2);
    return side.scale() * (picked + bandwidth * kernel) / Math.sqrt(1 + bandwidth * bandwidth);
  }
}
