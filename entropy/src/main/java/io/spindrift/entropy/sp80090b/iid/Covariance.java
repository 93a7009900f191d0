package io.spindrift.entropy.sp80090b.iid;

import java.util.List;

/**
 * Covariance, SP 800-90B section 5.1.10: the sum of the products of each symbol and the one a lag
 * further on. Two symbols are counted in eights first (conversion I).
 *
 * @param lag distance between multiplied symbols: 1, 2, 8, 16 or 32 in the standard
 */
record Covariance(int lag) implements StatisticFamily {
  /** Products of two bytes whose sum fits an int: 32,768 times 255 squared is below 2^31. */
  private static final int BLOCK = 32_768;

  @Override
  public List<String> names() {
    return List.of("covariance(" + lag + ")");
  }

  @Override
  public void evaluate(Arrangement arrangement, double[] values, int at) {
    byte[] symbols = arrangement.eightsCounted();
    long sum = 0;
    for (int from = 0; from < symbols.length - lag; from += BLOCK) {
      sum += products(symbols, from, Math.min(from + BLOCK, symbols.length - lag), lag);
    }
    values[at] = sum;
  }

  private static int products(byte[] symbols, int from, int to, int lag) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += (symbols[i] & 0xFF) * (symbols[i + lag] & 0xFF);
    }
    return sum;
  }
}
