package io.spindrift.entropy.sp80090b.iid;

import java.util.List;

/**
 * Statistics of SP 800-90B, section 5.1, that one walk over the symbols gives together. Not
 * thread-safe: a family keeps buffers, and each worker has its own.
 */
interface StatisticFamily {
  /** Short names as in the reference tool, in the order of the standard. */
  List<String> names();

  /**
   * Sets {@code values[at]}, {@code values[at + 1]} and so on to the statistics of symbols in their
   * present order. Statistics that are whole numbers or quotients of them are computed so exactly
   * that equal ones compare as equal.
   */
  void evaluate(Arrangement arrangement, double[] values, int at);
}
