package io.spindrift.numerics.statistics;

import io.spindrift.numerics.Require;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of many hypotheses are rejected when the probability of rejecting any true one shall be at
 * most alpha, however the p-values depend on one another.
 *
 * <p>In rising order of p, the i-th of m (from 0) is rejected while p &lt;= alpha / (m - i). S.
 * Holm, Scand. J. Statist. 6, 65 (1979).
 */
public final class HolmProcedure {
  /**
   * Indices of the rejected hypotheses, in rising order of p.
   *
   * @param pValues one per hypothesis
   * @param level alpha, family-wise
   * @throws IllegalArgumentException when a p-value is not in [0, 1] or the level not in (0, 1)
   */
  public static List<Integer> rejected(double[] pValues, double level) {
    Require.positive("family-wise level", level, "");
    Require.inRange("family-wise level", level, 0, 1, "");
    for (double p : pValues) {
      Require.inRange("p-value", p, 0, 1, "");
    }
    List<Integer> rising =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .toList();
    int rejected = 0;
    while (rejected < pValues.length
        && pValues[rising.get(rejected)] <= level / (pValues.length - rejected)) {
      rejected++;
    }
    return rising.subList(0, rejected);
  }

  private HolmProcedure() {}
}
