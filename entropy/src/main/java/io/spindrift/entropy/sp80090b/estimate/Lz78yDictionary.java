package io.spindrift.entropy.sp80090b.estimate;

/** The dictionary of the LZ78Y predictor. */
final class Lz78yDictionary {
  private final Sample sample;
  private final int longest;
  private final ContextTree tree;
  private int room;

  Lz78yDictionary(Sample sample, int longest, int entries) {
    this.sample = sample;
    this.longest = longest;
    room = entries;
    int expected = (int) Math.min(entries, (long) sample.length() * longest);
    tree = new ContextTree(sample.alphabet(), expected);
  }

  /** The contexts and what followed them. */
  ContextTree tree() {
    return tree;
  }

  /** Guesses symbol {@code i} from those before and learns it; whether the guess was right. */
  boolean guess(int i) {
    int symbol = sample.symbol(i);
    int node = ContextTree.ROOT;
    long greatest = 0;
    int guess = -1;
    int length = 0;
    while (length < longest) {
      int child = tree.child(node, sample.symbol(i - 1 - length));
      if (child == 0) {
        break;
      }
      node = child;
      length++;
      long count = tree.best(node);
      if (count > 0) {
        if (count >= greatest) {
          greatest = count;
          guess = tree.likeliest(node);
        }
        tree.follow(node, symbol, true);
      }
    }
    enter(node, length, i, symbol);
    return guess == symbol;
  }

  /** Enters the contexts longer than {@code length}, the longest first while there is room. */
  private void enter(int node, int length, int i, int symbol) {
    int entered = Math.min(room, longest - length);
    if (entered == 0) {
      return;
    }
    room -= entered;
    int at = node;
    for (int l = length + 1; l <= longest; l++) {
      at = tree.newChild(at, sample.symbol(i - l));
      if (l > longest - entered) {
        tree.follow(at, symbol, true);
      }
    }
  }
}
