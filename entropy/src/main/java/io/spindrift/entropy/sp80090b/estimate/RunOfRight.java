package io.spindrift.entropy.sp80090b.estimate;

/** Counts right guesses and their longest run. */
final class RunOfRight {
  private long right;
  private long current;
  private long longest;

  /** Adds one guess. */
  void add(boolean correct) {
    if (correct) {
      right++;
      current++;
      longest = Math.max(longest, current);
    } else {
      current = 0;
    }
  }

  /** Adds {@code count} guesses, one to 64: the lowest bits of {@code correct}, zeros above. */
  void add(long correct, int count) {
    right += Long.bitCount(correct);
    int leading = Math.min(count, Long.numberOfTrailingZeros(~correct));
    longest = Math.max(longest, current + leading);
    if (leading == count) {
      current += count;
      return;
    }
    while (longest < count && holdsRun(correct, (int) longest + 1)) {
      longest++;
    }
    current = Long.numberOfLeadingZeros(~(correct << (64 - count)));
  }

  /** Whether the ones of a word hold a run of {@code length}, one to 64. */
  private static boolean holdsRun(long word, int length) {
    long starts = word;
    int reached = 1;
    while (reached < length && starts != 0) {
      int step = Math.min(reached, length - reached);
      starts &= starts >>> step;
      reached += step;
    }
    return starts != 0;
  }

  /** The score so far. */
  PredictionEstimate.Score score() {
    return new PredictionEstimate.Score(right, longest);
  }
}
