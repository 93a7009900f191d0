package io.spindrift.entropy.sp80090b.estimate;

import java.util.Arrays;

/**
 * What followed each context: a tree in which the child of a context is the same context with one
 * earlier symbol.
 *
 * <p>Contexts of one symbol have plain tables. A longer one has a record of three words: its
 * likeliest successor with the count above it, so that the greatest word leads; which symbols,
 * modulo 64, have a child; and which have a count of their own in the table, none while there is a
 * single successor. A context without a successor is only on the way to longer ones and counts as
 * absent.
 */
final class ContextTree {
  /** The empty context. */
  static final int ROOT = 0;

  private static final int WORDS = 3;
  private static final int CHILDREN = 1;
  private static final int SUCCESSORS = 2;
  private static final int ONE = 1 << 8;

  private final int alphabet;

  /** Counts of what followed contexts of one symbol. */
  private final int[] successors;

  /** Which contexts of one and two symbols were entered, a bit each. */
  private final long[] entered;

  private final NodeTable children;
  private final NodeTable counts;
  private long[] records;
  private int nodes;

  /**
   * An empty tree.
   *
   * @param alphabet number of symbols
   * @param expected contexts to make room for; more may come
   */
  ContextTree(int alphabet, int expected) {
    this.alphabet = alphabet;
    successors = new int[alphabet * alphabet];
    children = new NodeTable(expected);
    counts = new NodeTable(expected);
    nodes = 1 + alphabet + alphabet * alphabet;
    records = new long[WORDS * (nodes + expected)];
    entered = new long[Math.ceilDiv(nodes, 64)];
  }

  /** The context with one earlier symbol, or 0 when it is not in the tree. */
  int child(int node, int earlier) {
    if (node > alphabet) {
      return ((records[WORDS * node + CHILDREN] >>> earlier) & 1) == 0
          ? 0
          : children.get(node, earlier);
    }
    int child = numberOf(node, earlier);
    return ((entered[child >>> 6] >>> child) & 1) == 0 ? 0 : child;
  }

  /** The number of a context of one symbol, or of two, of which {@code node} is the later. */
  private int numberOf(int node, int earlier) {
    return node * alphabet + earlier + 1;
  }

  /** Enters a context that is not there. */
  int newChild(int node, int earlier) {
    if (node <= alphabet) {
      int child = numberOf(node, earlier);
      entered[child >>> 6] |= 1L << child;
      return child;
    }
    if (WORDS * nodes == records.length) {
      records = Arrays.copyOf(records, 2 * records.length);
    }
    records[WORDS * node + CHILDREN] |= 1L << earlier;
    children.put(node, earlier, nodes);
    return nodes++;
  }

  /** Count of the likeliest successor, 0 for an absent context. */
  long best(int node) {
    return records[WORDS * node] >>> 8;
  }

  /** The likeliest successor, of equally likely ones the greatest. */
  int likeliest(int node) {
    return (int) records[WORDS * node] & 0xFF;
  }

  /** How often {@code successor} followed. */
  int count(int node, int successor) {
    if (node <= alphabet) {
      return successors[(node - 1) * alphabet + successor];
    }
    if (records[WORDS * node + SUCCESSORS] != 0) {
      return counts.get(node, successor);
    }
    return likeliest(node) == successor ? (int) best(node) : 0;
  }

  /**
   * Notes a successor.
   *
   * @param mayBegin whether one that never followed may be entered
   * @return whether it was entered
   */
  boolean follow(int node, int successor, boolean mayBegin) {
    int at = WORDS * node;
    long lead = records[at];
    long count;
    if (node <= alphabet) {
      count = increment((node - 1) * alphabet + successor, mayBegin);
    } else if (records[at + SUCCESSORS] == 0 && (lead == 0 || (lead & 0xFF) == successor)) {
      count = lead == 0 && !mayBegin ? 0 : (lead >>> 8) + 1;
    } else {
      count = followTable(node, successor, mayBegin);
    }
    if (count > 0) {
      records[at] = Math.max(lead, ONE * count + successor);
    }
    return count == 1;
  }

  private int increment(int pair, boolean mayBegin) {
    return successors[pair] == 0 && !mayBegin ? 0 : ++successors[pair];
  }

  /** The new count of a successor of a context with several, 0 when it must not begin. */
  private int followTable(int node, int successor, boolean mayBegin) {
    int at = WORDS * node + SUCCESSORS;
    long mask = records[at];
    if (((mask >>> successor) & 1) != 0) {
      return counts.increment(node, successor, mayBegin);
    }
    if (!mayBegin) {
      return 0;
    }
    if (mask == 0) {
      counts.put(node, likeliest(node), (int) best(node));
      mask = 1L << likeliest(node);
    }
    records[at] = mask | (1L << successor);
    return counts.increment(node, successor, true);
  }
}
