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
  private static final int EXPANDED = -1;

  private final byte[] symbols;
  private final ContextTree tree;

  /** Pairs that each order may still enter, and the place at which it entered its last. */
  private final int[] room;

  private final int[] filledAt;

  /** The only place at which a context occurred, as long as it stands for longer ones. */
  private int[] place;

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
    int expected = Math.min(symbols.length, 2 * entries);
    tree = new ContextTree(alphabet, expected);
    place = new int[expected + alphabet + 1];
    Arrays.fill(place, EXPANDED);
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
      if (child == 0 && place[node] != EXPANDED) {
        expand(node, d);
        child = tree.child(node, symbols[i - 1 - d] & 0xFF);
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

  /** Enters the context, of d symbols and one earlier, that ended at the place of {@code node}. */
  private void expand(int node, int d) {
    int p = place[node];
    place[node] = EXPANDED;
    if (p > d && p <= filledAt[d]) {
      enterOne(node, d, p);
    }
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

  private void enterOne(int node, int d, int i) {
    int child = tree.childOrNew(node, symbols[i - 1 - d] & 0xFF);
    tree.follow(child, symbols[i] & 0xFF, true);
    if (child >= place.length) {
      int old = place.length;
      place = Arrays.copyOf(place, 2 * child);
      Arrays.fill(place, old, place.length, EXPANDED);
    }
    place[child] = i;
  }

  private void take(int d, int i) {
    if (--room[d] == 0) {
      filledAt[d] = i;
      open--;
    }
  }
}
