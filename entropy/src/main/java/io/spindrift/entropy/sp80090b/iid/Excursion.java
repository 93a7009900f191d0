package io.spindrift.entropy.sp80090b.iid;

import java.util.List;

/**
 * Excursion, SP 800-90B section 5.1.1: how far the running sum strays from its mean path.
 *
 * <p>{@code max over i of |s_1 + ... + s_i - i m|} for symbols s and their mean m. With m = t / n
 * for the total t of n symbols the sum is carried as the whole number {@code n (s_1 + ... + s_i) -
 * i t} and divided by n at the end.
 */
final class Excursion implements StatisticFamily {
  @Override
  public List<String> names() {
    return List.of("excursion");
  }

  @Override
  public void evaluate(Arrangement arrangement, double[] values, int at) {
    ExaminedSample sample = arrangement.sample();
    long farthest = farthest(arrangement.symbols(), sample.total());
    values[at] = (double) (farthest * sample.span()) / sample.length();
  }

  private static long farthest(byte[] symbols, long total) {
    long length = symbols.length;
    long sum = 0;
    long highest = 0;
    long lowest = 0;
    for (byte symbol : symbols) {
      sum += length * (symbol & 0xFF) - total;
      highest = Math.max(highest, sum);
      lowest = Math.min(lowest, sum);
    }
    return Math.max(highest, -lowest);
  }
}
