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

  private final int alphabet;

  /** Contexts of one symbol are numbered first; whether each was entered. */
  private final boolean[] roots;

  /** Children of contexts of one symbol, and what followed these, in plain tables. */
  private final int[] pairs;

  private final int[] successors;
  private final NodeTable children;
  private final NodeTable counts;
  private int[] best;
  private byte[] likeliest;
  private int nodes;

  /**
   * An empty tree.
   *
   * @param alphabet number of symbols
   * @param expected contexts to make room for; more may come
   */
  ContextTree(int alphabet, int expected) {
    this.alphabet = alphabet;
    roots = new boolean[alphabet];
    pairs = new int[alphabet * alphabet];
    successors = new int[alphabet * alphabet];
    children = new NodeTable(expected);
    counts = new NodeTable(expected);
    best = new int[expected + alphabet + 1];
    likeliest = new byte[expected + alphabet + 1];
    nodes = alphabet + 1;
  }

  /** The context with one earlier symbol, or 0 when it is not in the tree. */
  int child(int node, int earlier) {
    if (node > alphabet) {
      return children.get(node, earlier);
    }
    if (node != ROOT) {
      return pairs[(node - 1) * alphabet + earlier];
    }
    return roots[earlier] ? earlier + 1 : 0;
  }

  /** The context with one earlier symbol, entered when it was not there. */
  int childOrNew(int node, int earlier) {
    if (node == ROOT) {
      roots[earlier] = true;
      return earlier + 1;
    }
    int known = child(node, earlier);
    if (known != 0) {
      return known;
    }
    if (nodes == best.length) {
      best = Arrays.copyOf(best, 2 * nodes);
      likeliest = Arrays.copyOf(likeliest, 2 * nodes);
    }
    if (node > alphabet) {
      children.put(node, earlier, nodes);
    } else {
      pairs[(node - 1) * alphabet + earlier] = nodes;
    }
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
    return node > alphabet
        ? counts.get(node, successor)
        : successors[(node - 1) * alphabet + successor];
  }

  /**
   * Notes a successor.
   *
   * @param mayBegin whether one that never followed may be entered
   * @return whether it was entered
   */
  boolean follow(int node, int successor, boolean mayBegin) {
    int count =
        node > alphabet
            ? counts.increment(node, successor, mayBegin)
            : increment((node - 1) * alphabet + successor, mayBegin);
    if (count >= best[node] && count > 0) {
      lead(node, successor, count);
    }
    return count == 1;
  }

  private void lead(int node, int successor, int count) {
    if (count > best[node] || successor > likeliest(node)) {
      best[node] = count;
      likeliest[node] = (byte) successor;
    }
  }

  private int increment(int pair, boolean mayBegin) {
    if (successors[pair] == 0 && !mayBegin) {
      return 0;
    }
    return ++successors[pair];
  }
}
