package io.spindrift.memory.gaussian;

import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Which coins are added in which step, so that the noise grows as a schedule asks.
 *
 * <p>The memory holds y_t = x_0 + noise of variance V_t, which only ever grows by addition; the
 * factor that shrinks the picture, sqrt(alphaBar_t) for x_t = sqrt(alphaBar_t) x_0 + sqrt(1 -
 * alphaBar_t) epsilon, is one number per step and is kept in periphery, with V_t = (1 - alphaBar_t)
 * / alphaBar_t. The two forms of the process have the same law at every step and the same joint law
 * over all steps (the rescaling of Song and others, "Score-based generative modeling through
 * stochastic differential equations", ICLR 2021).
 *
 * <p>A dose of k coins at place s has the variance 4^s k c (1 - c) in squared units of the lowest
 * bit. Each step takes the smallest s at which what is still missing needs no more than the given
 * number of coins, and rounds to whole coins; what rounding leaves is made up by later steps, so
 * that the variance is at every step within half a coin of the schedule's.
 *
 * <p>A count is never negative. Its mean k c 2^s is taken off without any work: the numbers are
 * stored lower by the sum over all steps from the start (rounded to a whole unit), and periphery
 * knows at each step how much of it has come back. The format is the narrowest in which no sum can
 * leave the range, whatever the coins show, so nothing wraps and nothing saturates.
 *
 * @param format width and point of the stored numbers
 * @param doses coins of each step
 * @param centre share c of ones that the counts are centred on: 1/2 taken as fair, or calibrated
 * @param stored what is added to each number when it is stored, in units of the lowest bit
 */
public record GaussianPlan(FixedPoint format, List<NoiseDose> doses, double centre, long stored) {
  /** Copies the doses. */
  public GaussianPlan {
    doses = List.copyOf(doses);
    Require.inRange("centre", centre, 1e-9, 1 - 1e-9, "");
  }

  /**
   * Plans the steps of a schedule.
   *
   * @param variances V_t that the noise should have after each step, never falling
   * @param lowest smallest number that will be stored
   * @param highest largest number that will be stored
   * @param fractionBits bits behind the point
   * @param mostCoins most coins per step, at least 4
   * @param centre share of ones that the coins are taken to have
   * @throws IllegalArgumentException when the variances fall or the numbers get too wide
   */
  public static GaussianPlan of(
      double[] variances,
      double lowest,
      double highest,
      int fractionBits,
      int mostCoins,
      double centre) {
    Require.inRange("most coins per step", mostCoins, 4, NoiseDose.MOST_COINS);
    Require.inRange("centre", centre, 1e-9, 1 - 1e-9, "");
    Require.inRange("bits behind the point", fractionBits, 0, FixedPoint.MOST_BITS - 2);
    double coin = centre * (1 - centre);
    List<NoiseDose> doses = new ArrayList<>();
    double done = 0;
    double before = 0;
    for (double variance : variances) {
      if (!(variance >= before) || Double.isInfinite(variance)) {
        throw new IllegalArgumentException(
            "variances must never fall, but " + before + " is followed by " + variance);
      }
      before = variance;
      NoiseDose dose = dose(Math.scalb(variance, 2 * fractionBits) - done, coin, mostCoins);
      done += dose.coins() * coin * dose.worth() * dose.worth();
      doses.add(dose);
    }
    return around(doses, centre, lowest, highest, fractionBits);
  }

  private static NoiseDose dose(double missing, double coin, int mostCoins) {
    int shift = 0;
    double coins = Math.max(0, missing / coin);
    while (Math.rint(coins) > mostCoins) {
      shift++;
      coins /= 4;
    }
    return new NoiseDose((int) Math.rint(coins), shift);
  }

  private static GaussianPlan around(
      List<NoiseDose> doses, double centre, double lowest, double highest, int fractionBits) {
    double mean = 0;
    long most = 0;
    for (NoiseDose dose : doses) {
      mean += centre * dose.coins() * dose.worth();
      most = Math.addExact(most, Math.multiplyExact((long) dose.coins(), dose.worth()));
    }
    long stored = -Math.round(mean);
    long bottom = (long) Math.floor(Math.scalb(lowest, fractionBits)) + stored;
    long top = (long) Math.ceil(Math.scalb(highest, fractionBits)) + stored + most;
    return new GaussianPlan(FixedPoint.holding(bottom, top, fractionBits), doses, centre, stored);
  }

  /** Number of steps. */
  public int steps() {
    return doses.size();
  }

  /** Most coins of any step, at least one. */
  public int coinRows() {
    return doses.stream().mapToInt(NoiseDose::coins).max().orElse(1);
  }

  /**
   * What periphery takes off a raw number after {@code steps} steps, in units of the lowest bit.
   */
  public double offset(int steps) {
    double mean = stored;
    for (NoiseDose dose : doses.subList(0, steps)) {
      mean += centre * dose.coins() * dose.worth();
    }
    return mean;
  }
}
