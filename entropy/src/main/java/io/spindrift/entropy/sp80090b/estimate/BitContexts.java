package io.spindrift.entropy.sp80090b.estimate;

/**
 * What followed each context of d bits, learned while guessing, 64 places at a time.
 *
 * <p>A state holds 4 (ones - zeros) that followed, and in its two lowest bits whether a zero and
 * whether a one was ever entered; of equally frequent bits a one is guessed, so the sign of the
 * state is the guess.
 */
final class BitContexts {
  private static final int ZERO_SEEN = 1;
  private static final int ONE_SEEN = 2;

  private final int[] states;
  private final int order;
  private final int pairs;
  private int room;
  private int entered;
  private long right;
  private long spoke;

  /**
   * No context known yet.
   *
   * @param order bits of a context, d
   * @param room pairs of context and successor that may be entered
   */
  BitContexts(int order, int room) {
    this.order = order;
    this.room = room;
    states = new int[1 << order];
    pairs = 2 << order;
  }

  /** Whether every pair of context and successor was entered. */
  boolean complete() {
    return entered == pairs;
  }

  /** Places of the last word that were guessed right. */
  long right() {
    return right;
  }

  /** Places of the last word at which there was a guess. */
  long spoke() {
    return spoke;
  }

  /** Guesses and learns a whole word when every pair is known. */
  void learnWord(long here, long before) {
    long zeros = 0;
    long coming = here;
    long context = before;
    int shift = 64 - order;
    int[] known = states;
    for (int k = 0; k < 64; k++) {
      int at = (int) (context >>> shift);
      int state = known[at];
      zeros = (zeros >>> 1) | (state & Long.MIN_VALUE);
      int bit = (int) coming & 1;
      known[at] = state + (bit << 3) - 4;
      context = (context >>> 1) | (coming << 63);
      coming >>>= 1;
    }
    right = here ^ zeros;
    spoke = -1;
  }

  /** Guesses and learns the places [first, count) of a word; the first context only learns. */
  void learn(long here, long before, int first, int count) {
    right = 0;
    spoke = 0;
    for (int k = first; k < count; k++) {
      long context = k == 0 ? before : (before >>> k) | (here << (64 - k));
      learn((int) (context >>> (64 - order)), (int) (here >>> k) & 1, 1L << k);
    }
  }

  private void learn(int at, int bit, long place) {
    int state = states[at];
    int seen = bit == 0 ? ZERO_SEEN : ONE_SEEN;
    if (state != 0) {
      spoke |= place;
      if ((state < 0) == (bit == 0)) {
        right |= place;
      }
    }
    if ((state & seen) != 0) {
      states[at] = state + (bit << 3) - 4;
    } else if (room > 0) {
      room--;
      entered++;
      states[at] = state + (bit << 3) - 4 + seen;
    }
  }
}
