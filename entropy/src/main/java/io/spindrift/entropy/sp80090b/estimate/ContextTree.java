package io.spindrift.entropy.sp80090b.estimate;

import java.util.Arrays;

/**
 * What followed each context: a tree in which the child of a context is the same context with one
 * earlier symbol.
 *
 * <p>A context without a successor is only on the way to longer ones and counts as absent.
 */
final class ContextTree {
  /** The empty context. */
  static final int ROOT = 0;

  private final NodeTable children;
  private final NodeTable counts;
  private int[] best;
  private byte[] likeliest;
  private int nodes = 1;

  /** An empty tree with room for some {@code expected} contexts. */
  ContextTree(int expected) {
    children = new NodeTable(expected);
    counts = new NodeTable(expected);
    best = new int[expected + 2];
    likeliest = new byte[expected + 2];
  }

  /** The context with one earlier symbol, or 0 when it is not in the tree. */
  int child(int node, int earlier) {
    return children.get(node, earlier);
  }

  /** The context with one earlier symbol, entered when it was not there. */
  int childOrNew(int node, int earlier) {
    int known = children.get(node, earlier);
    if (known != 0) {
      return known;
    }
    if (nodes == best.length) {
      best = Arrays.copyOf(best, 2 * nodes);
      likeliest = Arrays.copyOf(likeliest, 2 * nodes);
    }
    children.put(node, earlier, nodes);
    return nodes++;
  }

  /** Count of the likeliest successor, 0 for an absent context. */
  int best(int node) {
    return best[node];
  }

  /** The likeliest successor, of equally likely ones the greatest. */
  int likeliest(int node) {
    return likeliest[node] & 0xFF;
  }

  /** How often {@code successor} followed. */
  int count(int node, int successor) {
    return counts.get(node, successor);
  }

  /**
   * Notes a successor.
   *
   * @param mayBegin whether one that never followed may be entered
   * @return whether it was entered
   */
  boolean follow(int node, int successor, boolean mayBegin) {
    int count = counts.increment(node, successor, mayBegin);
    if (count > best[node] || (count == best[node] && count > 0 && successor > likeliest(node))) {
      best[node] = count;
      likeliest[node] = (byte) successor;
    }
    return count == 1;
  }
}
