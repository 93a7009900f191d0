package io.spindrift.entropy.sp80090b.iid.bzip2;

import java.util.Arrays;

/**
 * Lengths of prefix codes as libbz2 chooses them.
 *
 * <p>Huffman's algorithm on a binary heap. A weight holds the frequency in its upper 24 bits and
 * the depth of the subtree in its lower 8, so that of two equally frequent subtrees the flatter
 * comes first. When a code exceeds the greatest length, all frequencies are roughly halved and the
 * tree is built anew. Equal weights fall as the order of heap operations decides, which therefore
 * must be kept. Source: libbz2 1.0.8, file {@code huffman.c}.
 *
 * <p>Not thread-safe.
 */
final class CodeLengths {
  static final int MOST_CODES = 258;
  private static final int GREATEST_LENGTH = 17;
  private static final int ROOT = -1;

  private final int[] heap = new int[MOST_CODES + 2];
  private final int[] weight = new int[2 * MOST_CODES];
  private final int[] parent = new int[2 * MOST_CODES];
  private int heapSize;

  /** Sets {@code lengths} for the first {@code codes} frequencies; zero counts as one. */
  void choose(int[] lengths, int[] frequencies, int codes) {
    for (int i = 0; i < codes; i++) {
      weight[i + 1] = Math.max(1, frequencies[i]) << 8;
    }
    while (!build(lengths, codes)) {
      for (int i = 1; i <= codes; i++) {
        weight[i] = (1 + (weight[i] >> 8) / 2) << 8;
      }
    }
  }

  /** Builds one tree; returns whether all its codes are short enough. */
  private boolean build(int[] lengths, int codes) {
    heapSize = 0;
    heap[0] = 0;
    weight[0] = 0;
    Arrays.fill(parent, ROOT);
    for (int i = 1; i <= codes; i++) {
      insert(i);
    }
    int nodes = codes;
    while (heapSize > 1) {
      int first = takeLeast();
      int second = takeLeast();
      nodes++;
      parent[first] = nodes;
      parent[second] = nodes;
      weight[nodes] = joined(weight[first], weight[second]);
      insert(nodes);
    }
    boolean shortEnough = true;
    for (int i = 1; i <= codes; i++) {
      int depth = 0;
      for (int node = i; parent[node] != ROOT; node = parent[node]) {
        depth++;
      }
      lengths[i - 1] = depth;
      shortEnough &= depth <= GREATEST_LENGTH;
    }
    return shortEnough;
  }

  private static int joined(int first, int second) {
    return ((first & ~0xFF) + (second & ~0xFF)) | (1 + Math.max(first & 0xFF, second & 0xFF));
  }

  private void insert(int node) {
    int at = ++heapSize;
    while (weight[node] < weight[heap[at >> 1]]) {
      heap[at] = heap[at >> 1];
      at >>= 1;
    }
    heap[at] = node;
  }

  private int takeLeast() {
    int least = heap[1];
    int moved = heap[heapSize--];
    int at = 1;
    for (int child = 2; child <= heapSize; child = 2 * at) {
      if (child < heapSize && weight[heap[child + 1]] < weight[heap[child]]) {
        child++;
      }
      if (weight[moved] < weight[heap[child]]) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = moved;
    return least;
  }
}
