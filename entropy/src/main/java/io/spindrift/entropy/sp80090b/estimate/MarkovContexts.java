package io.spindrift.entropy.sp80090b.estimate;

import java.util.Arrays;

/**
 * What followed each context of one to sixteen symbols, learned while guessing.
 *
 * <p>A context that occurred once stands for all longer ones that ended there; these are entered
 * when it occurs again.
 */
final class MarkovContexts {
  private static final int NEVER = Integer.MAX_VALUE;
  private static final int NONE = -1;

  private final byte[] symbols;
  private final ContextTree tree;

  /** Pairs that each order may still enter, and the place at which it entered its last. */
  private final int[] room;

  private final int[] filledAt;

  /** Orders that have room. */
  private int open;

  /**
   * No context known yet.
   *
   * @param alphabet number of symbols
   * @param orders longest context
   * @param entries pairs of context and successor that each order may enter
   */
  MarkovContexts(byte[] symbols, int alphabet, int orders, int entries) {
    this.symbols = symbols;
    tree = new ContextTree(alphabet, Math.min(symbols.length, entries));
    room = new int[orders];
    Arrays.fill(room, entries);
    filledAt = new int[orders];
    Arrays.fill(filledAt, NEVER);
    open = orders;
  }

  /** Lets every order guess symbol {@code i}, gives points, and learns the symbol. */
  void learn(int i, Scoreboard board) {
    int symbol = symbols[i] & 0xFF;
    int leader = board.leader();
    int deepest = Math.min(room.length, i);
    int node = ContextTree.ROOT;
    int d = 0;
    while (d < deepest) {
      int child = tree.child(node, symbols[i - 1 - d] & 0xFF);
      if (child == 0 && tree.place(node) >= 0) {
        child = expand(node, d, i);
      }
      if (child == 0) {
        break;
      }
      node = child;
      boolean right = tree.likeliest(node) == symbol;
      if (d == leader) {
        board.guessed(right);
      }
      if (right) {
        board.point(d);
      }
      if (tree.follow(node, symbol, room[d] > 0)) {
        take(d, i);
      }
      d++;
    }
    if (open > 0) {
      enter(node, d, deepest, i);
    }
  }

  /**
   * Enters the context, of d symbols and one earlier, that ended at the place of {@code node}; it
   * is given back when it also ends before {@code i}.
   */
  private int expand(int node, int d, int i) {
    int p = tree.place(node);
    tree.notePlace(node, NONE);
    if (p <= d || p > filledAt[d]) {
      return 0;
    }
    int child = enterOne(node, d, p);
    return symbols[p - 1 - d] == symbols[i - 1 - d] ? child : 0;
  }

  private void enter(int node, int from, int deepest, int i) {
    if (from < deepest && room[from] > 0) {
      enterOne(node, from, i);
    }
    for (int d = from; d < deepest; d++) {
      if (room[d] > 0) {
        take(d, i);
      }
    }
  }

  private int enterOne(int node, int d, int i) {
    int child = tree.newChild(node, symbols[i - 1 - d] & 0xFF);
    tree.follow(child, symbols[i] & 0xFF, true);
    tree.notePlace(child, i);
    return child;
  }

  private void take(int d, int i) {
    if (--room[d] == 0) {
      filledAt[d] = i;
      open--;
    }
  }
}
