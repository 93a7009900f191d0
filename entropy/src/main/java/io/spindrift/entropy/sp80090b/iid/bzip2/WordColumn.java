package io.spindrift.entropy.sp80090b.iid.bzip2;

import java.util.Arrays;

/**
 * The last column of the sorted rotations of a text of short words, such as decimal numbers with
 * spaces between them, made from the sorted rotations of its words.
 *
 * <p>A word is a stretch of letters closed by the least letter of the text, so that no word begins
 * another, and rotations that start words are in the order of their words. A rotation that starts
 * within a word is the rest of that word and then the rotation from the next word on: rotations
 * with the same rest are in the order of the latter. So the words, a quarter of the letters, are
 * sorted, and every rotation falls into the bucket of its rest in one walk over them.
 *
 * <p>Not thread-safe.
 */
final class WordColumn {
  private static final int LETTER_BITS = 4;
  private static final int LONGEST_SHORT = 3;
  private static final int SHORT_KEYS = 1 << (LETTER_BITS * LONGEST_SHORT);

  /** A word cut by the block's end and joined to its beginning may be longer than the others. */
  private static final int LONGEST_JOINED = 7;

  private static final int STRIDE = LONGEST_JOINED + 1;

  private final RotationOrder rotations = new RotationOrder();
  private final int[] rankOfShort = new int[SHORT_KEYS];
  private final int[] shortCounts = new int[SHORT_KEYS];
  private char[] words = {};
  private long[] keys = {};
  private int count;
  private long joined;

  /**
   * Fills {@code column} with the last letters of the sorted rotations of {@code codes}.
   *
   * @return whether the text consists of short words; otherwise nothing is filled
   */
  boolean fill(char[] codes, int length, int radix, byte[] column) {
    if (radix > 1 << LETTER_BITS || !split(codes, length)) {
      return false;
    }
    rankWords();
    int[] order = rotations.sort(words, count, keys.length);
    distribute(order, column);
    return true;
  }

  /**
   * Cuts the text into words, each a key of its letters in the upper bits; false when a word is too
   * long.
   */
  private boolean split(char[] codes, int length) {
    int end = length;
    while (end > 0 && codes[end - 1] != 0) {
      end--;
    }
    if (end == 0 || length - end > LONGEST_JOINED) {
      return false;
    }
    if (words.length < length) {
      words = new char[length];
    }
    Arrays.fill(shortCounts, 0);
    count = 0;
    joined = 0;
    int first = 0;
    int letters = length - end;
    for (int i = 0; i < letters; i++) {
      first = (first << LETTER_BITS) | codes[end + i];
    }
    int at = 0;
    for (; codes[at] != 0; at++, letters++) {
      if (letters == LONGEST_JOINED) {
        return false;
      }
      first = (first << LETTER_BITS) | codes[at];
    }
    at++;
    if (letters > LONGEST_SHORT) {
      joined = (long) first << (LETTER_BITS * (STRIDE - letters));
      words[count++] = SHORT_KEYS;
    } else {
      add(first << (LETTER_BITS * (LONGEST_SHORT - letters)));
    }
    while (at < end) {
      int key = 0;
      int shift = LETTER_BITS * LONGEST_SHORT;
      for (int letter = codes[at++]; letter != 0; letter = codes[at++]) {
        shift -= LETTER_BITS;
        if (shift < 0) {
          return false;
        }
        key |= letter << shift;
      }
      add(key);
    }
    return true;
  }

  private void add(int key) {
    words[count++] = (char) key;
    shortCounts[key]++;
  }

  /** Replaces each word by its rank among the different words; keys in rising order. */
  private void rankWords() {
    long[] found = new long[SHORT_KEYS + 1];
    int different = 0;
    for (int key = 0; key < SHORT_KEYS; key++) {
      if (shortCounts[key] > 0) {
        found[different++] = (long) key << (LETTER_BITS * (STRIDE - LONGEST_SHORT));
      }
    }
    if (joined != 0) {
      found[different++] = joined;
    }
    keys = Arrays.copyOf(found, different);
    Arrays.sort(keys);
    int rankOfJoined = Arrays.binarySearch(keys, joined);
    for (int rank = 0; rank < different; rank++) {
      int shorter = (int) (keys[rank] >>> (LETTER_BITS * (STRIDE - LONGEST_SHORT)));
      if (joined == 0 || rank != rankOfJoined) {
        rankOfShort[shorter] = rank;
      }
    }
    for (int i = 0; i < count; i++) {
      words[i] = (char) (words[i] == SHORT_KEYS ? rankOfJoined : rankOfShort[words[i]]);
    }
  }

  /**
   * Puts the letter before each rotation into the bucket of the rotation's rest. Before a whole
   * word stands the least letter, which is zero.
   */
  private void distribute(int[] order, byte[] column) {
    int[] lettersOf = new int[keys.length];
    int[] bucketOf = new int[keys.length * STRIDE];
    byte[] letterBefore = new byte[keys.length * STRIDE];
    int[] next = buckets(lettersOf, bucketOf, letterBefore);
    for (int i = 0; i < count; i++) {
      int word = words[order[i] == 0 ? count - 1 : order[i] - 1];
      int from = word * STRIDE;
      for (int offset = from; offset <= from + lettersOf[word]; offset++) {
        column[next[bucketOf[offset]]++] = letterBefore[offset];
      }
    }
  }

  /** Sorts the rests of all words and returns where the bucket of each begins. */
  private int[] buckets(int[] lettersOf, int[] bucketOf, byte[] letterBefore) {
    long[] rests = new long[keys.length * STRIDE];
    int used = 0;
    for (int word = 0; word < keys.length; word++) {
      int letters = letters(keys[word]);
      lettersOf[word] = letters;
      for (int offset = 0; offset <= letters; offset++) {
        rests[used++] = rest(keys[word], offset);
      }
    }
    Arrays.sort(rests, 0, used);
    long[] different = Arrays.stream(rests, 0, used).distinct().toArray();
    int[] counts = new int[keys.length];
    for (int i = 0; i < count; i++) {
      counts[words[i]]++;
    }
    int[] starts = new int[different.length + 1];
    for (int word = 0; word < keys.length; word++) {
      for (int offset = 0; offset <= lettersOf[word]; offset++) {
        int bucket = Arrays.binarySearch(different, rest(keys[word], offset));
        bucketOf[word * STRIDE + offset] = bucket;
        letterBefore[word * STRIDE + offset] =
            (byte)
                (offset == 0 ? 0 : rest(keys[word], offset - 1) >>> (LETTER_BITS * (STRIDE - 1)));
        starts[bucket + 1] += counts[word];
      }
    }
    for (int bucket = 1; bucket < starts.length; bucket++) {
      starts[bucket] += starts[bucket - 1];
    }
    return starts;
  }

  /** The key without its first letters. */
  private static long rest(long key, int offset) {
    return (key << (LETTER_BITS * offset)) & 0xFFFF_FFFFL;
  }

  private static int letters(long key) {
    return key == 0 ? 0 : STRIDE - Long.numberOfTrailingZeros(key) / LETTER_BITS;
  }
}
