package io.spindrift.entropy.sp80090b.estimate;

/** The most common symbol of a sliding window, of equally common ones the most recent. */
final class MostCommonInWindow {
  private final int window;
  private final int[] counts;
  private final int[] last;
  private int mostCommon;
  private int most;

  MostCommonInWindow(int window, int alphabet) {
    this.window = window;
    counts = new int[alphabet];
    last = new int[alphabet];
  }

  /**
   * Guesses every symbol before which there is a whole window.
   *
   * @param right set to the places that are guessed right, 64 to a word, zero before
   * @param spoke set to the places at which there is a guess, zero before
   */
  void guess(byte[] symbols, long[] right, long[] spoke) {
    for (int i = 0; i < symbols.length; i++) {
      if (i >= window) {
        spoke[i >>> 6] |= 1L << i;
        right[i >>> 6] |= mostCommon == (symbols[i] & 0xFF) ? 1L << i : 0;
      }
      advance(symbols, i);
    }
  }

  /** Moves the window so that it ends with place {@code i}. */
  private void advance(byte[] symbols, int i) {
    int entering = symbols[i] & 0xFF;
    last[entering] = i;
    counts[entering]++;
    int leaving = i < window ? -1 : symbols[i - window] & 0xFF;
    if (leaving >= 0) {
      counts[leaving]--;
    }
    if (leaving == mostCommon) {
      search();
    } else {
      lead(entering, counts[entering]);
    }
  }

  private void lead(int entering, int count) {
    if (count >= most) {
      most = count;
      mostCommon = entering;
    }
  }

  private void search() {
    int best = mostCommon;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > counts[best]
          || (counts[symbol] == counts[best] && last[symbol] > last[best])) {
        best = symbol;
      }
    }
    mostCommon = best;
    most = counts[best];
  }
}
