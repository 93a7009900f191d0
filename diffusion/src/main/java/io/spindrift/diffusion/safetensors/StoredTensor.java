package io.spindrift.diffusion.safetensors;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.ThrowingConsumer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Elements of any type as they lie in a file; the buffer is shared, not copied.
 *
 * @param type type of the elements
 * @param shape length of every axis, slowest first
 * @param bytes elements, row-major and little-endian
 */
public record StoredTensor(ElementType type, long[] shape, ByteBuffer bytes) implements TensorData {
  /** Checks that the shape holds as many bytes as there are. */
  public StoredTensor {
    bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (Math.multiplyExact(TensorData.elements(shape), (long) type.bytes()) != bytes.remaining()) {
      throw new IllegalArgumentException(
          "shape "
              + Arrays.toString(shape)
              + " of "
              + type
              + " must hold as many bytes as there are, but there are "
              + bytes.remaining());
    }
  }

  /** 64-bit integers ready to be written. */
  public static StoredTensor ofLongs(long[] shape, long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return new StoredTensor(ElementType.I64, shape, bytes);
  }

  /** 64-bit floating-point numbers ready to be written. */
  public static StoredTensor ofDoubles(long[] shape, double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return new StoredTensor(ElementType.F64, shape, bytes);
  }

  /**
   * 32-bit floating-point numbers rounded to a type, ready to be written; to the nearest, ties to
   * even.
   *
   * @throws ArithmeticException when a finite number becomes infinite
   */
  public static StoredTensor ofFloats(ElementType type, long[] shape, float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, type.bytes()))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      switch (type) {
        case F64 -> bytes.putDouble(value);
        case F32 -> bytes.putFloat(value);
        case F16 -> bytes.putShort(Float.floatToFloat16(value));
        case BF16 -> bytes.putShort(toBfloat16(value));
        case I64, I32, U8 ->
            throw new IllegalArgumentException("floating-point numbers cannot be kept as " + type);
      }
    }
    StoredTensor stored = new StoredTensor(type, shape, bytes.flip());
    float[] rounded = stored.floats();
    for (int i = 0; i < rounded.length; i++) {
      if (Float.isInfinite(rounded[i]) && Float.isFinite(values[i])) {
        throw new ArithmeticException(values[i] + " is beyond its range");
      }
    }
    return stored;
  }

  /** The upper half of the bits, rounded by the lower half; NaN stays NaN. */
  private static short toBfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) (bits >>> 16 | 0x40);
    }
    return (short) (bits + 0x7FFF + (bits >>> 16 & 1) >>> 16);
  }

  @Override
  public void forEachPiece(ByteBuffer lent, ThrowingConsumer<ByteBuffer> sink) throws IOException {
    for (int from = 0; from < bytes.limit(); from += lent.capacity()) {
      int count = Math.min(lent.capacity(), bytes.limit() - from);
      sink.accept(lent.clear().put(bytes.slice(from, count)).flip());
    }
  }

  /** A view of the bytes with its own position. */
  @Override
  public ByteBuffer bytes() {
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Number of elements. */
  public int elements() {
    return bytes.limit() / type.bytes();
  }

  /**
   * The elements as 32-bit floating-point numbers, rounded when they are kept with 64 bits.
   *
   * @throws UnusableInput when the elements are integers
   */
  public float[] floats() {
    ByteBuffer in = bytes();
    float[] values = new float[elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case F32 -> in.getFloat();
            case F64 -> (float) in.getDouble();
            case F16 -> Float.float16ToFloat(in.getShort());
            case BF16 -> Float.intBitsToFloat(in.getShort() << 16);
            case I64, I32, U8 -> throw wrongType("F64, F32, F16 or BF16");
          };
    }
    return values;
  }

  /**
   * The elements as integers; U8 counts from 0 to 255.
   *
   * @throws UnusableInput when the elements are floating-point numbers
   */
  public long[] longs() {
    ByteBuffer in = bytes();
    long[] values = new long[elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case I64 -> in.getLong();
            case I32 -> in.getInt();
            case U8 -> Byte.toUnsignedInt(in.get());
            case F64, F32, F16, BF16 -> throw wrongType("I64, I32 or U8");
          };
    }
    return values;
  }

  private UnusableInput wrongType(String wanted) {
    return new UnusableInput("the elements of a tensor must be " + wanted + ", but were " + type);
  }
}
