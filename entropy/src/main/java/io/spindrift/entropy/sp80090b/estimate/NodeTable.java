package io.spindrift.entropy.sp80090b.estimate;

/** Numbers by node and symbol: open addressing with linear probing, key and number in one word. */
final class NodeTable {
  private static final int SYMBOL_BITS = 8;
  private static final int FEW = 256;

  private static final int GOLDEN = 0x9E3779B1;

  private long[] slots;
  private int shift;
  private final int factor;
  private int filled;

  /** An empty table with room for some {@code expected} entries; it grows when needed. */
  NodeTable(int expected) {
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(8, expected) - 1);
    slots = new long[1 << bits];
    shift = 32 - bits;
    factor = GOLDEN;
  }

  private NodeTable(long[] slots) {
    this.slots = slots;
    factor = 1;
  }

  /**
   * An empty table for {@code expected} entries at most, of nodes 0 to {@code greatest}: few nodes
   * have a slot for every symbol, in their order.
   */
  static NodeTable of(int expected, int greatest) {
    return greatest <= FEW
        ? new NodeTable(new long[2 * (greatest + 1) << SYMBOL_BITS])
        : new NodeTable(expected);
  }

  /** The number of a node and symbol, 0 when there is none. */
  int get(int node, int symbol) {
    return (int) slots[slotOf(key(node, symbol))];
  }

  /** Sets the number of a node and symbol that has none yet. */
  void put(int node, int symbol, int number) {
    int key = key(node, symbol);
    slots[slotOf(key)] = ((long) key << 32) | number;
    if (++filled > slots.length / 2) {
      grow();
    }
  }

  /**
   * Adds one to the number of a node and symbol.
   *
   * @param mayBegin whether a number that is not there may begin at one
   * @return the number after that, 0 when it must not begin
   */
  int increment(int node, int symbol, boolean mayBegin) {
    int slot = slotOf(key(node, symbol));
    if (slots[slot] != 0) {
      return (int) ++slots[slot];
    }
    if (!mayBegin) {
      return 0;
    }
    put(node, symbol, 1);
    return 1;
  }

  private static int key(int node, int symbol) {
    return ((node << SYMBOL_BITS) | symbol) + 1;
  }

  private int slotOf(int key) {
    int slot = (key * factor) >>> shift;
    while (slots[slot] != 0 && (int) (slots[slot] >>> 32) != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    shift--;
    for (long entry : old) {
      if (entry != 0) {
        slots[slotOf((int) (entry >>> 32))] = entry;
      }
    }
  }
}
