package io.spindrift.memory.file;

import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.numerics.random.StreamKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a saved array says of itself before its cells: all that makes it again but state and wear.
 *
 * <p>Little-endian: rows, columns, kinds (32 bits each), start of the kinds (64), shares of cells
 * stuck in P and AP (binary64 each), both halves of the key that decides which (64 each), then the
 * provenance in UTF-8 to the end of the header.
 *
 * @param shape word lines and bit lines
 * @param kinds which junction each cell is
 * @param faults which cells are stuck
 * @param provenance what the array is, in words
 */
record ArrayHeader(ArrayShape shape, CellKinds kinds, CellFaults faults, String provenance) {
  /** Bytes before the provenance. */
  static final int FIXED_BYTES = 3 * Integer.BYTES + 5 * Long.BYTES;

  /** Most bytes of provenance. */
  static final int MOST_PROVENANCE_BYTES = 1 << 16;

  static ArrayHeader of(CellArray array, String provenance) {
    return new ArrayHeader(array.shape(), array.kinds(), array.faults(), provenance);
  }

  /** The header as bytes. */
  byte[] bytes() {
    byte[] words = provenance.getBytes(StandardCharsets.UTF_8);
    if (words.length > MOST_PROVENANCE_BYTES) {
      throw new IllegalArgumentException(
          "provenance must be at most "
              + MOST_PROVENANCE_BYTES
              + " bytes, but was "
              + words.length);
    }
    return ByteBuffer.allocate(FIXED_BYTES + words.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(shape.rows())
        .putInt(shape.columns())
        .putInt(kinds.count())
        .putLong(kinds.start())
        .putDouble(faults.parallelShare())
        .putDouble(faults.antiparallelShare())
        .putLong(faults.population().high())
        .putLong(faults.population().low())
        .put(words)
        .array();
  }

  /**
   * The header that the bytes hold.
   *
   * @throws IllegalArgumentException when a value is out of its range
   */
  static ArrayHeader of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    ArrayShape shape = new ArrayShape(in.getInt(), in.getInt());
    CellKinds kinds = CellKinds.restored(in.getInt(), in.getLong());
    double parallel = in.getDouble();
    double antiparallel = in.getDouble();
    StreamKey population = new StreamKey(in.getLong(), in.getLong());
    CellFaults faults = new CellFaults(parallel, antiparallel, population);
    String provenance =
        new String(bytes, FIXED_BYTES, bytes.length - FIXED_BYTES, StandardCharsets.UTF_8);
    return new ArrayHeader(shape, kinds, faults, provenance);
  }

  /** Bytes of memory that the array takes. */
  long memoryBytes() {
    return Long.BYTES * ((long) shape.words() + shape.rows());
  }

  /** Bytes of state and wear in the file, with their checksums. */
  long bodyBytes() {
    return WordBlocks.bytes(shape.words()) + WordBlocks.bytes(shape.rows());
  }
}
