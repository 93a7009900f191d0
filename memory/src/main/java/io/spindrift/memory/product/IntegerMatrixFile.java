package io.spindrift.memory.product;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.ByteFile;
import io.spindrift.numerics.file.NpyHeader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** Reads a matrix of integers from a .npy file of two axes and of any integer type. */
public final class IntegerMatrixFile {
  private static final long MOST_ELEMENTS = 1L << 26;

  private static final List<String> TYPES = List.of("i1", "i2", "i4", "i8", "u1", "u2", "u4");

  /**
   * Reads a matrix whose elements all lie in [low, high].
   *
   * @throws UnusableInput when the file holds none or an element is out of range
   */
  public static IntegerMatrix read(Path file, int low, int high) {
    try (ByteFile in = ByteFile.open(file)) {
      NpyHeader header = NpyHeader.read(in, TYPES, "int8 to int64 or uint8 to uint32");
      List<Long> shape = header.shape();
      if (shape.size() != 2
          || shape.get(0) < 1
          || shape.get(1) < 1
          || shape.get(0) > MOST_ELEMENTS / shape.get(1)) {
        throw new UnusableInput(
            file
                + " must have two axes, [rows,columns], and at most 67 million elements, but has"
                + " the shape "
                + shape);
      }
      int rows = shape.get(0).intValue();
      int columns = shape.get(1).intValue();
      int width = header.elementBytes();
      ByteBuffer bytes =
          ByteBuffer.wrap(in.exactly(Math.multiplyExact(rows * columns, width), "elements"))
              .order(header.order());
      in.end("the elements of shape " + shape);
      int[] values = new int[rows * columns];
      for (int i = 0; i < values.length; i++) {
        long value = element(bytes, i * width, header.type());
        if (value < low || value > high) {
          throw new UnusableInput(
              "%s must hold integers from %d to %d, but holds %d in row %d and column %d"
                  .formatted(file, low, high, value, i / columns, i % columns));
        }
        values[i] = (int) value;
      }
      return new IntegerMatrix(rows, columns, values);
    }
  }

  private static long element(ByteBuffer bytes, int at, String type) {
    return switch (type) {
      case "i1" -> bytes.get(at);
      case "i2" -> bytes.getShort(at);
      case "i4" -> bytes.getInt(at);
      case "u1" -> Byte.toUnsignedLong(bytes.get(at));
      case "u2" -> Short.toUnsignedLong(bytes.getShort(at));
      case "u4" -> Integer.toUnsignedLong(bytes.getInt(at));
      default -> bytes.getLong(at);
    };
  }

  private IntegerMatrixFile() {}
}
