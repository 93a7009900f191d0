package io.spindrift.memory.product;

/**
 * How integers become cells and drives.
 *
 * <p>A weight is w = sum over slices s of 2^s t_s with t_s in {-1, 0, 1}, each t_s a pair of cells
 * on two columns: (P, AP) for 1, (AP, P) for -1, (AP, AP) for 0. An input is x = sum over cycles c
 * of 2^(d c) x_c, each digit x_c a drive of its row during one cycle.
 */
public sealed interface ProductCoding permits BinaryCoding, BitSlicedCoding {
  /** Pairs of columns that one column of weights takes. */
  int slices();

  /** Cycles that one vector of inputs takes. */
  int cycles();

  /** What a slice or a weight of that slice counts for: 2^s. */
  default long sliceWeight(int slice) {
    return 1L << slice;
  }

  /** What a cycle counts for: 2^(d c). */
  long cycleWeight(int cycle);

  /** Element t_s of a weight. */
  int trit(int weight, int slice);

  /** Digit x_c of an input. */
  int digit(int input, int cycle);

  /** Largest magnitude of a digit. */
  int largestDigit();

  /** Mean square of a digit when all of its values are equally frequent. */
  double meanSquareDigit();

  /** Whether a sum of currents is never negative. */
  boolean isUnsigned();

  /** Smallest and largest weight. */
  int smallestWeight();

  /** Largest weight. */
  int largestWeight();

  /** Smallest input. */
  int smallestInput();

  /** Largest input. */
  int largestInput();
}
