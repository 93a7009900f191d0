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

  /** Contexts so short that few words can change a guess. */
  private static final int SHORT = 3;

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

  /** Places of the last word that were guessed right. */
  long right() {
    return right;
  }

  /** Places of the last word at which there was a guess. */
  long spoke() {
    return spoke;
  }

  /**
   * Guesses and learns a word.
   *
   * @param here the word
   * @param before the 64 bits before it
   * @param first place of the word before which there is no whole context
   * @param count places of the word that exist
   */
  void learn(long here, long before, int first, int count) {
    if (first > 0 || count < 64 || (room > 0 && entered < pairs)) {
      learnSlowly(here, before, first, count);
    } else if (entered == pairs && order <= SHORT && settled()) {
      learnSettled(here, before);
    } else if (entered == pairs) {
      learnComplete(here, before);
    } else {
      learnFull(here, before);
    }
  }

  /** Whether no word can change a guess. */
  private boolean settled() {
    for (int state : states) {
      if (Math.abs(state) <= 4 * 64 + ZERO_SEEN + ONE_SEEN) {
        return false;
      }
    }
    return true;
  }

  /** A whole word in which no guess changes. */
  private void learnSettled(long here, long before) {
    long guesses = 0;
    for (int context = 0; context < states.length; context++) {
      long places = -1;
      for (int back = 1; back <= order; back++) {
        long earlier = (here << back) | (before >>> (64 - back));
        places &= ((context >>> (back - 1)) & 1) == 0 ? ~earlier : earlier;
      }
      guesses |= states[context] < 0 ? 0 : places;
      int ones = Long.bitCount(places & here);
      states[context] += 4 * (2 * ones - Long.bitCount(places));
    }
    right = ~(here ^ guesses);
    spoke = -1;
  }

  /** A whole word when every pair is known. */
  private void learnComplete(long here, long before) {
    int[] known = states;
    int at = (int) Long.reverse(before);
    long coming = here;
    long zeros = 0;
    for (int k = 0; k < 64; k++) {
      int context = at & (known.length - 1);
      int state = known[context];
      int bit = (int) coming & 1;
      zeros = (zeros << 1) + (state >>> 31);
      known[context] = state + 8 * bit - 4;
      at = 2 * at + bit;
      coming >>>= 1;
    }
    right = here ^ Long.reverse(zeros);
    spoke = -1;
  }

  /** A whole word when no further pair may be entered. */
  private void learnFull(long here, long before) {
    int[] known = states;
    int at = (int) Long.reverse(before);
    long coming = here;
    long zeros = 0;
    long guessed = 0;
    for (int k = 0; k < 64; k++) {
      int context = at & (known.length - 1);
      int state = known[context];
      int bit = (int) coming & 1;
      zeros = (zeros << 1) + (state >>> 31);
      guessed = (guessed << 1) + ((state | -state) >>> 31);
      known[context] = state + ((8 * bit - 4) & -((state >>> bit) & 1));
      at = 2 * at + bit;
      coming >>>= 1;
    }
    spoke = Long.reverse(guessed);
    right = (here ^ Long.reverse(zeros)) & spoke;
  }

  private void learnSlowly(long here, long before, int first, int count) {
    right = 0;
    spoke = 0;
    int at = (int) Long.reverse(before);
    for (int k = 0; k < count; k++) {
      int bit = (int) (here >>> k) & 1;
      if (k >= first) {
        learn(at & (states.length - 1), bit, 1L << k);
      }
      at = 2 * at + bit;
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
