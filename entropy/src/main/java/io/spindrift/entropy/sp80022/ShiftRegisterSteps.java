package io.spindrift.entropy.sp80022;

/** The hot loop of {@link ShiftRegisters}, with or without vectors; both give the same bits. */
interface ShiftRegisterSteps {
  /**
   * Step i of 64 blocks: r_j becomes r_j + d b_(j-i), and b_(j-i) the old r_j where {@code swap}
   * says so, for j from i to {@code end}.
   *
   * <p>Both arrays reach 64 words beyond {@code end}, whose content never matters.
   */
  void step(long[] r, long[] b, int i, int end, long d, long swap);

  /** The plain loop. */
  record Scalar() implements ShiftRegisterSteps {
    @Override
    public void step(long[] r, long[] b, int i, int end, long d, long swap) {
      for (int j = i; j < end; j++) {
        long old = r[j];
        long other = b[j - i];
        r[j] = old ^ (other & d);
        b[j - i] = other ^ ((old ^ other) & swap);
      }
    }
  }
}
