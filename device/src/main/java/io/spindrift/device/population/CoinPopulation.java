package io.spindrift.device.population;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.statistics.WilsonInterval;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The coins of a population.
 *
 * @param coins one a device, in the order of their index
 */
public record CoinPopulation(List<Coin> coins) {
  /** Copies the list and checks that there is a device. */
  public CoinPopulation {
    coins = List.copyOf(coins);
    Require.atLeast("devices", coins.size(), 1);
  }

  /** P(switch) out of a state. */
  public Readings probability(MagneticState from) {
    return readings(coins, c -> c.probability(from), c -> c.probabilityVariance(from));
  }

  /** Bias p - 1/2 of the coin that is reset to a state before each toss. */
  public Readings resetBias(MagneticState from) {
    return readings(coins, c -> c.probability(from) - 0.5, c -> c.probabilityVariance(from));
  }

  /** Devices that were never seen to switch and are left out of the freely running coins. */
  public int stuck() {
    return (int) coins.stream().filter(c -> !c.moves()).count();
  }

  /** Bias b/(a + b) - 1/2 of the freely running coins that move; empty when none does. */
  public Optional<Readings> freeBias() {
    List<Coin> moving = coins.stream().filter(Coin::moves).toList();
    return moving.isEmpty()
        ? Optional.empty()
        : Optional.of(readings(moving, c -> c.antiparallelShare() - 0.5, Coin::shareVariance));
  }

  /** Correlation 1 - a - b of successive tosses of the freely running coins. */
  public Readings lagOne() {
    return readings(coins, Coin::lagOneCorrelation, Coin::lagOneVariance);
  }

  /** The share of devices whose bias is within a tolerance. */
  public static Yield yield(Readings bias, double tolerance) {
    Require.notNegative("tolerance", tolerance, "");
    double share = share(bias.values(), tolerance);
    return new Yield(
        tolerance,
        share,
        WilsonInterval.standardError(share, bias.devices()),
        share(bias.withoutCounting(), tolerance));
  }

  /**
   * How many devices are good enough.
   *
   * @param tolerance largest bias that is
   * @param share share of devices as counted
   * @param standardError error of that share from the number of devices
   * @param withoutCounting the share after the counting noise was taken out of the biases
   */
  public record Yield(
      double tolerance, double share, double standardError, double withoutCounting) {}

  private static double share(double[] biases, double tolerance) {
    int good = 0;
    for (double bias : biases) {
      good += Math.abs(bias) <= tolerance ? 1 : 0;
    }
    return (double) good / biases.length;
  }

  private static Readings readings(
      List<Coin> coins, ToDoubleFunction<Coin> value, ToDoubleFunction<Coin> variance) {
    return new Readings(
        coins.stream().mapToDouble(value).toArray(),
        coins.stream().mapToDouble(variance).toArray());
  }
}
