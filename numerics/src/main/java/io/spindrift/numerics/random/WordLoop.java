package io.spindrift.numerics.random;

/** The hot loop of {@link RandomWords}. */
interface WordLoop {
  /**
   * Steps every lane {@code rounds} times and stores word i of lane j at {@code from + 8 i + j}.
   *
   * @param state word k of lane j at index 8 k + j; moved on
   */
  void fill(long[] state, long[] target, int from, int rounds);
}
