package io.spindrift.memory.process;

/**
 * How the bits of one plane have changed since the start.
 *
 * @param zeros bits that were 0 at the start
 * @param ones bits that were 1 at the start
 * @param zerosFlipped those of the zeros that are 1 now
 * @param onesFlipped those of the ones that are 0 now
 */
public record PlaneCounts(long zeros, long ones, long zerosFlipped, long onesFlipped) {
  /** Bits that had a value at the start. */
  public long cells(int initial) {
    return initial == 0 ? zeros : ones;
  }

  /** Bits that had a value at the start and have the other now. */
  public long flipped(int initial) {
    return initial == 0 ? zerosFlipped : onesFlipped;
  }

  /** Share of ones now. */
  public double shareOfOnes() {
    return (zerosFlipped + ones - onesFlipped) / (double) (zeros + ones);
  }

  /**
   * How far the flipped bits of an initial value are off a kernel, in binomial standard deviations;
   * its square is chi-square with one degree of freedom. Zero where there is no such bit, infinite
   * where a kernel that is certain is contradicted.
   */
  public double deviate(int initial, TwoStateKernel kernel) {
    double p = kernel.flip(initial);
    double n = cells(initial);
    double off = flipped(initial) - n * p;
    double deviation = Math.sqrt(n * p * (1 - p));
    return off == 0 ? 0 : off / deviation;
  }
}
