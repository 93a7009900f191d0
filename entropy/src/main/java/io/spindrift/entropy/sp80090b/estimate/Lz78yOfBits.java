package io.spindrift.entropy.sp80090b.estimate;

import java.util.Optional;

/**
 * The LZ78Y predictor of bits from contexts of one and two bits alone.
 *
 * <p>Whatever follows a long context also follows its end, so no context has a greater count than
 * its end of one bit: the guess is that context's more frequent successor. Only when both
 * successors are equally frequent can a longer context, with the same count, decide otherwise; that
 * needs one of two bits with the same count. After a beginning that uses the whole dictionary this
 * does not happen in anything like random data; where it does, there is no score here.
 */
final class Lz78yOfBits {
  private static final int BEGINNING = 1 << 10;
  private static final int LONGEST_BEGINNING = 1 << 16;

  private final int longest;
  private final int entries;

  /** counts[y + 2 x] of successors y of one bit x. */
  private final int[] one = new int[4];

  /** counts[y + 2 x] of successors y of two bits x, the later bit the lower. */
  private final int[] two = new int[8];

  private final RunOfRight run = new RunOfRight();

  Lz78yOfBits(int longest, int entries) {
    this.longest = longest;
    this.entries = entries;
  }

  /** The score of a sample, or nothing when the whole dictionary is needed throughout. */
  Optional<PredictionEstimate.Score> score(Sample sample) {
    int length = sample.length();
    if (longest < 2 || longest >= BEGINNING) {
      return Optional.empty();
    }
    Lz78yDictionary dictionary = new Lz78yDictionary(sample, longest, entries);
    int from = longest;
    for (int to = BEGINNING; to <= Math.min(length / 2, LONGEST_BEGINNING); to *= 2) {
      begin(dictionary, from, to);
      if (read(dictionary.tree())) {
        return go(sample, to);
      }
      from = to;
    }
    return Optional.empty();
  }

  private void begin(Lz78yDictionary dictionary, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean right = dictionary.guess(i);
      if (i > longest) {
        run.add(right);
      }
    }
  }

  private Optional<PredictionEstimate.Score> go(Sample sample, int beginning) {
    int length = sample.length();
    for (int from = beginning; from < length; from += 64) {
      int count = Math.min(64, length - from);
      if (!word(sample.window(from), sample.window(from - 2), count)) {
        return Optional.empty();
      }
    }
    return Optional.of(run.score());
  }

  /** Takes over the counts; whether all contexts of two bits are known. */
  private boolean read(ContextTree tree) {
    boolean known = true;
    for (int later = 0; later < 2; later++) {
      int node = tree.child(ContextTree.ROOT, later);
      for (int earlier = 0; earlier < 2 && known; earlier++) {
        int child = node == 0 ? 0 : tree.child(node, earlier);
        known = tree.best(child) > 0;
        for (int y = 0; y < 2 && known; y++) {
          one[y + 2 * later] = tree.count(node, y);
          two[y + 2 * (later + 2 * earlier)] = tree.count(child, y);
        }
      }
    }
    return known;
  }

  private boolean word(long here, long twoBefore, int count) {
    long oneBefore = (here << 1) | ((twoBefore >>> 1) & 1);
    return count == 64 && Math.abs(one[1] - one[0]) > 64 && Math.abs(one[3] - one[2]) > 64
        ? settled(here, oneBefore, twoBefore)
        : contested(here, oneBefore, twoBefore, count);
  }

  /** A word in which neither context of one bit can change its guess. */
  private boolean settled(long here, long oneBefore, long twoBefore) {
    long afterZero = one[1] > one[0] ? ~oneBefore : 0;
    long afterOne = one[3] > one[2] ? oneBefore : 0;
    run.add(~(here ^ (afterZero | afterOne)), 64);
    for (int x = 0; x < 4; x++) {
      long later = (x & 1) == 0 ? ~oneBefore : oneBefore;
      long at = later & ((x & 2) == 0 ? ~twoBefore : twoBefore);
      learn(x, 1, Long.bitCount(at & here));
      learn(x, 0, Long.bitCount(at & ~here));
    }
    return true;
  }

  private boolean contested(long here, long oneBefore, long twoBefore, int count) {
    for (int k = 0; k < count; k++) {
      int x = (int) ((oneBefore >>> k) & 1) + 2 * (int) ((twoBefore >>> k) & 1);
      int y = (int) (here >>> k) & 1;
      int zeros = one[2 * (x & 1)];
      int ones = one[1 + 2 * (x & 1)];
      if (zeros == ones && Math.max(two[2 * x], two[2 * x + 1]) == ones) {
        return false;
      }
      run.add((ones >= zeros ? 1 : 0) == y);
      learn(x, y, 1);
    }
    return true;
  }

  private void learn(int x, int y, int times) {
    one[y + 2 * (x & 1)] += times;
    two[y + 2 * x] += times;
  }
}
