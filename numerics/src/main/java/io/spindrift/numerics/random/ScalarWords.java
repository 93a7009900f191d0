package io.spindrift.numerics.random;

/** The plain loop: one lane after the other, as {@link RandomStream} steps. */
final class ScalarWords implements WordLoop {
  private static final int LANES = RandomWords.LANES;

  @Override
  public void fill(long[] state, long[] target, int from, int rounds) {
    for (int lane = 0; lane < LANES; lane++) {
      fillLane(state, lane, target, from + lane, rounds);
    }
  }

  private static void fillLane(long[] state, int lane, long[] target, int from, int rounds) {
    RandomStream stream =
        new RandomStream(
            state[lane], state[LANES + lane], state[2 * LANES + lane], state[3 * LANES + lane]);
    for (int i = 0; i < rounds; i++) {
      target[from + LANES * i] = stream.nextLong();
    }
    stream.copyState(state, lane, LANES);
  }
}
