package io.spindrift.entropy.sp80090b.iid;

import java.util.List;

/**
 * Collisions, SP 800-90B sections 5.1.7 and 5.1.8: the mean and the greatest number of symbols up
 * to and with the first repeated one, counting anew after each repetition.
 *
 * <p>Two symbols are read in eights as numbers first (conversion II). Without any repetition both
 * are zero, where the reference tool divides by zero.
 */
final class Collisions implements StatisticFamily {
  private final int[] seen = new int[256];
  private int epoch;

  @Override
  public List<String> names() {
    return List.of("avgCollision", "maxCollision");
  }

  @Override
  public void evaluate(Arrangement arrangement, double[] values, int at) {
    long total = 0;
    int collisions = 0;
    int greatest = 0;
    int count = 0;
    int now = ++epoch;
    for (byte symbol : arrangement.eightsAsNumbers()) {
      count++;
      int index = symbol & 0xFF;
      if (seen[index] == now) {
        total += count;
        collisions++;
        greatest = Math.max(greatest, count);
        count = 0;
        now++;
      } else {
        seen[index] = now;
      }
    }
    epoch = now;
    values[at] = collisions == 0 ? 0 : (double) total / collisions;
    values[at + 1] = greatest;
  }
}
