package io.spindrift.entropy.sp80090b.estimate;

/**
 * What followed each context of d symbols, learned while guessing, for one order d after another.
 *
 * <p>Where the context of d symbols never occurs twice, no longer one does: only the other places
 * are looked at again for the next order. The places between them enter one new pair each while
 * there is room.
 */
final class MarkovContexts {
  private static final int SYMBOL_BITS = 8;
  private static final int SYMBOL = (1 << SYMBOL_BITS) - 1;

  private final byte[] symbols;
  private final int entries;

  /** Places whose last d symbols occur elsewhere too, in order, and the number of that context. */
  private final int[] places;

  private final int[] contexts;
  private int count;
  private int order;

  /** Contexts of the present order that were numbered, from one on. */
  private int numbered;

  /** Pairs of context and successor with their counts. */
  private NodeTable pairs = new NodeTable(0);

  /**
   * By context: the count of the likeliest successor above that symbol; the greatest word leads.
   */
  private long[] leads = {};

  /** By context: which successors, modulo 64, were entered. */
  private long[] successors = {};

  /**
   * No context known yet.
   *
   * @param symbols the sequence; not copied
   * @param entries pairs of context and successor that each order may enter
   */
  MarkovContexts(byte[] symbols, int entries) {
    this.symbols = symbols;
    this.entries = entries;
    count = symbols.length;
    places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = i;
    }
    contexts = new int[count];
  }

  /** Whether some context of the present order occurs twice, so that longer ones may. */
  boolean goOn() {
    return count > 0;
  }

  /**
   * Guesses and learns with contexts that are one symbol longer than before.
   *
   * @param right set to the places that are guessed right, 64 to a word, zero before
   * @param spoke set to the places at which there is a guess, zero before
   */
  void lengthen(long[] right, long[] spoke) {
    order++;
    int shorter = numbered;
    int pairsAtMost = Math.min(count, entries);
    int most = (int) Math.min(pairsAtMost, (shorter + 1L) << SYMBOL_BITS);
    pairs = NodeTable.of(pairsAtMost, most);
    leads = new long[most + 1];
    successors = new long[most + 1];
    boolean[] recurs = new boolean[most + 1];
    learn(NodeTable.of(most, shorter), new long[shorter + 1], recurs, right, spoke);
    keepRecurring(recurs);
  }

  /**
   * Walks through the places.
   *
   * @param known numbers of contexts by their shorter context and the earlier symbol
   * @param extended by shorter context: which earlier symbols, modulo 64, were seen
   * @param recurs set to whether a context occurs twice
   */
  private void learn(
      NodeTable known, long[] extended, boolean[] recurs, long[] right, long[] spoke) {
    numbered = 0;
    int room = entries;
    int before = order - 1;
    for (int k = 0; k < count; k++) {
      int i = places[k];
      int context = 0;
      if (i >= order) {
        room = Math.max(0, room - (i - before - 1));
        before = i;
        int shorter = contexts[k];
        int symbol = symbols[i] & SYMBOL;
        int earlier = symbols[i - order] & SYMBOL;
        if (((extended[shorter] >>> earlier) & 1) != 0) {
          context = known.get(shorter, earlier);
        }
        if (context > 0) {
          recurs[context] = true;
          spoke[i >>> 6] |= 1L << i;
          right[i >>> 6] |= (leads[context] & SYMBOL) == symbol ? 1L << i : 0;
          room -= follow(context, symbol, room > 0) ? 1 : 0;
        } else if (room > 0) {
          context = ++numbered;
          extended[shorter] |= 1L << earlier;
          known.put(shorter, earlier, context);
          follow(context, symbol, true);
          room--;
        }
      }
      contexts[k] = context;
    }
  }

  /** Notes a successor; whether it was entered as a new one. */
  private boolean follow(int context, int symbol, boolean mayBegin) {
    if (!mayBegin && ((successors[context] >>> symbol) & 1) == 0) {
      return false;
    }
    long times = pairs.increment(context, symbol, mayBegin);
    if (times > 0) {
      successors[context] |= 1L << symbol;
      leads[context] = Math.max(leads[context], (times << SYMBOL_BITS) | symbol);
    }
    return times == 1;
  }

  private void keepRecurring(boolean[] recurs) {
    int kept = 0;
    for (int k = 0; k < count; k++) {
      if (recurs[contexts[k]]) {
        places[kept] = places[k];
        contexts[kept++] = contexts[k];
      }
    }
    count = kept;
  }
}
