package io.spindrift.memory.gaussian;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.numerics.Require;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.special.Erf;

/**
 * The exact law of the noise that a plan has added after some steps, for coins of one P(1).
 *
 * <p>The noise is the sum over the steps of 2^s (K - k c), K binomial of k bits. Its cumulants are
 * sums of those of the binomial: mean 2^s k (p - c), variance 4^s k p q, third 8^s k p q (1 - 2 p),
 * fourth 16^s k p q (1 - 6 p q). All are in units of the value, that is 2^-f for the lowest bit.
 *
 * <p>Half-way between two values of the lattice the distribution function is that of a smooth law
 * of which the lattice is the histogram. Its cumulants follow by Sheppard's correction (variance
 * less h^2 / 12, fourth cumulant plus h^4 / 120, h the spacing), and the series of Edgeworth to the
 * order 1/k gives its values; both in Cramer, "Mathematical Methods of Statistics" (1946), sections
 * 27.9 and 17.7. With 16 or more coins it is right within 5e-4, with 64 or more within 1e-4, which
 * a test holds against the exact binomial law. Where the coins of most worth lie further apart than
 * the noise of all others is wide, the law is a comb: their count is then summed over exactly.
 *
 * @param plan what is added
 * @param steps after how many steps
 * @param share P(1) of the coins
 */
public record GaussianLaw(GaussianPlan plan, int steps, double share) {
  private static final double SMOOTH = 0.75; // deviations per spacing: ripples below 2e-5
  private static final double NEGLIGIBLE = 1e-12;

  /** Checks the ranges. */
  public GaussianLaw {
    Require.inRange("steps", steps, 0, plan.steps());
    Require.inRange("share of ones", share, 0, 1, "");
  }

  /** Mean of what periphery reads beyond the picture: nought when the centre is the share. */
  public double mean() {
    return sum(1) * (share - plan.centre());
  }

  /** Variance. */
  public double variance() {
    return sum(2) * share * (1 - share);
  }

  /** Third over second cumulant to the power of 3/2. */
  public double skewness() {
    return third() / Math.pow(variance(), 1.5);
  }

  /** Fourth over squared second cumulant: -2/k for one step of k fair coins. */
  public double excessKurtosis() {
    return fourth() / (variance() * variance());
  }

  private double third() {
    return sum(3) * share * (1 - share) * (1 - 2 * share);
  }

  private double fourth() {
    double pq = share * (1 - share);
    return sum(4) * pq * (1 - 6 * pq);
  }

  /** Spacing of the values that the noise can take. */
  public double spacing() {
    long unit = 0;
    for (NoiseDose dose : plan.doses().subList(0, steps)) {
      unit = dose.coins() == 0 ? unit : unit == 0 ? dose.worth() : Math.min(unit, dose.worth());
    }
    return plan.format().value(unit);
  }

  /** A point half-way between two values of the noise, near x. */
  public double between(double x) {
    double lowest = -plan.format().value(plan.offset(steps) - plan.stored());
    double h = spacing();
    return lowest + (Math.floor((x - lowest) / h) + 0.5) * h;
  }

  /** P(noise &lt;= x) for an x half-way between two values. */
  public double cumulative(double x) {
    TreeMap<Double, Integer> coins = new TreeMap<>();
    for (NoiseDose dose : plan.doses().subList(0, steps)) {
      if (dose.coins() > 0) {
        coins.merge(plan.format().value(dose.worth()), dose.coins(), Integer::sum);
      }
    }
    return cumulative(x, coins);
  }

  /** Of coins by their worth. */
  private double cumulative(double x, NavigableMap<Double, Integer> coins) {
    double worth = coins.lastKey();
    NavigableMap<Double, Integer> others = coins.headMap(worth, false);
    if (others.isEmpty() || Math.sqrt(sum(others, 2) * share * (1 - share)) > SMOOTH * worth) {
      return series(x, coins);
    }
    int most = coins.lastEntry().getValue();
    BinomialDistribution count = new BinomialDistribution(most, share);
    double sum = 0;
    for (int ones = 0; ones <= most; ones++) {
      double mass = count.probability(ones);
      if (mass > NEGLIGIBLE) {
        sum += mass * cumulative(x - worth * (ones - most * plan.centre()), others);
      }
    }
    return sum;
  }

  private double series(double x, NavigableMap<Double, Integer> coins) {
    double pq = share * (1 - share);
    double h = coins.firstKey();
    double exact = sum(coins, 2) * pq;
    double variance = exact - Math.min(h * h / 12, exact / 2);
    double z = (x - sum(coins, 1) * (share - plan.centre())) / Math.sqrt(variance);
    double skew = sum(coins, 3) * pq * (1 - 2 * share) / Math.pow(variance, 1.5);
    double excess =
        (sum(coins, 4) * pq * (1 - 6 * pq) + h * h * h * h / 120) / (variance * variance);
    double square = z * z;
    double correction =
        skew / 6 * (square - 1)
            + excess / 24 * z * (square - 3)
            + skew * skew / 72 * z * (square * (square - 10) + 15);
    double density = Math.exp(-square / 2) / Math.sqrt(2 * Math.PI);
    return Math.clamp(0.5 * Erf.erfc(-z / Math.sqrt(2)) - density * correction, 0, 1);
  }

  private static double sum(NavigableMap<Double, Integer> coins, int power) {
    double sum = 0;
    for (Map.Entry<Double, Integer> entry : coins.entrySet()) {
      sum += entry.getValue() * Math.pow(entry.getKey(), power);
    }
    return sum;
  }

  /**
   * Variance over the cells of the mean noise of a cell, when coins differ from junction to
   * junction and each cell is tossed again in every step: row r brings the sum of 2^s over the
   * steps that use it, all with the same deviation of its own.
   */
  public double spreadVariance(CellKinds kinds, FlipTable coin) {
    double mean = coin.mean(MagneticState.PARALLEL);
    double spread = 0;
    for (int kind = 0; kind < coin.kinds(); kind++) {
      double off = coin.probability(kind, MagneticState.PARALLEL) - mean;
      spread += off * off / kinds.count();
    }
    double sum = 0;
    for (int row = 0; row < plan.coinRows(); row++) {
      double worth = 0;
      for (NoiseDose dose : plan.doses().subList(0, steps)) {
        worth += row < dose.coins() ? plan.format().value(dose.worth()) : 0;
      }
      sum += worth * worth;
    }
    return sum * spread;
  }

  private double sum(int power) {
    double sum = 0;
    for (NoiseDose dose : plan.doses().subList(0, steps)) {
      sum += dose.coins() * Math.pow(plan.format().value(dose.worth()), power);
    }
    return sum;
  }
}
