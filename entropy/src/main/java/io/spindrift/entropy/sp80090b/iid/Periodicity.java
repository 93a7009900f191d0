package io.spindrift.entropy.sp80090b.iid;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Periodicity, SP 800-90B section 5.1.9: how many symbols equal the one a lag further on. Two
 * symbols are counted in eights first (conversion I).
 *
 * @param lag distance between compared symbols: 1, 2, 8, 16 or 32 in the standard
 */
record Periodicity(int lag) implements StatisticFamily {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_SEVEN = 0x7F7F7F7F7F7F7F7FL;

  @Override
  public List<String> names() {
    return List.of("periodicity(" + lag + ")");
  }

  @Override
  public void evaluate(Arrangement arrangement, double[] values, int at) {
    values[at] = equal(arrangement.eightsCounted(), lag);
  }

  private static int equal(byte[] symbols, int lag) {
    int pairs = symbols.length - lag;
    int equal = 0;
    int i = 0;
    for (; i + 8 <= pairs; i += 8) {
      equal += zeroBytes((long) LONGS.get(symbols, i) ^ (long) LONGS.get(symbols, i + lag));
    }
    for (; i < pairs; i++) {
      equal += symbols[i] == symbols[i + lag] ? 1 : 0;
    }
    return equal;
  }

  /**
   * Bytes of a word that are zero: those whose lower seven bits do not carry and whose top is 0.
   */
  private static int zeroBytes(long word) {
    return Long.bitCount(~(((word & LOW_SEVEN) + LOW_SEVEN) | word | LOW_SEVEN));
  }
}
