package io.spindrift.experiment.log;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers of one step as TensorBoard reads them: an {@code Event} that holds a {@code Summary}, in
 * the encoding of protocol buffers.
 *
 * <p>Event: wall_time = 1 (double), step = 2 (int64), file_version = 3 (text), summary = 5;
 * Summary: value = 1, repeated; Value: tag = 1 (text), simple_value = 2 (float). Fields of other
 * numbers are passed over. Source: tensorflow/tensorflow, {@code tensorflow/core/util/event.proto}
 * and {@code tensorflow/core/framework/summary.proto}; protobuf.dev, "Encoding".
 *
 * @param wallSeconds time since 1970 in seconds
 * @param step number of the step
 * @param values numbers by tag, in order
 */
record ScalarEvent(double wallSeconds, long step, Map<String, Float> values) {
  private static final String FILE_VERSION = "brain.Event:2";
  private static final int LARGEST_BYTES = 4096;

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int DELIMITED = 2;
  private static final int FOUR_BYTES = 5;

  /** Keeps the order of the values. */
  ScalarEvent {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The event that every file begins with. */
  static byte[] fileVersion(double wallSeconds) {
    ByteBuffer out = buffer();
    key(out, 1, EIGHT_BYTES);
    out.putDouble(wallSeconds);
    delimited(out, 3, FILE_VERSION.getBytes(StandardCharsets.UTF_8));
    return written(out);
  }

  /** The encoded event. */
  byte[] bytes() {
    ByteBuffer summary = buffer();
    values.forEach((tag, value) -> {
      ByteBuffer one = buffer();
      delimited(one, 1, tag.getBytes(StandardCharsets.UTF_8));
      key(one, 2, FOUR_BYTES);
      one.putFloat(value);
      delimited(summary, 1, written(one));
    });
    ByteBuffer out = buffer();
    key(out, 1, EIGHT_BYTES);
    out.putDouble(wallSeconds);
    key(out, 2, VARINT);
    varint(out, step);
    delimited(out, 5, written(summary));
    return written(out);
  }

  /** Decodes an event; empty when it is malformed or holds no numbers. */
  static Optional<ScalarEvent> of(byte[] bytes) {
    try {
      ByteBuffer in = little(bytes);
      double wall = 0;
      long step = 0;
      Map<String, Float> values = new LinkedHashMap<>();
      while (in.hasRemaining()) {
        long key = varint(in);
        if (key == (1 << 3 | EIGHT_BYTES)) {
          wall = in.getDouble();
        } else if (key == (2 << 3 | VARINT)) {
          step = varint(in);
        } else if (key == (5 << 3 | DELIMITED)) {
          summary(delimited(in), values);
        } else {
          pass(in, key);
        }
      }
      return values.isEmpty() ? Optional.empty() : Optional.of(new ScalarEvent(wall, step, values));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void summary(byte[] bytes, Map<String, Float> values) {
    ByteBuffer in = little(bytes);
    while (in.hasRemaining()) {
      long key = varint(in);
      if (key == (1 << 3 | DELIMITED)) {
        value(delimited(in), values);
      } else {
        pass(in, key);
      }
    }
  }

  private static void value(byte[] bytes, Map<String, Float> values) {
    ByteBuffer in = little(bytes);
    String tag = "";
    while (in.hasRemaining()) {
      long key = varint(in);
      if (key == (1 << 3 | DELIMITED)) {
        tag = new String(delimited(in), StandardCharsets.UTF_8);
      } else if (key == (2 << 3 | FOUR_BYTES)) {
        values.put(tag, in.getFloat());
      } else {
        pass(in, key);
      }
    }
  }

  private static void pass(ByteBuffer in, long key) {
    switch ((int) (key & 7)) {
      case VARINT -> varint(in);
      case EIGHT_BYTES -> in.getLong();
      case DELIMITED -> delimited(in);
      case FOUR_BYTES -> in.getInt();
      default -> throw new IllegalArgumentException("no such wire type");
    }
  }

  private static void key(ByteBuffer out, int field, int type) {
    varint(out, (long) field << 3 | type);
  }

  private static void varint(ByteBuffer out, long value) {
    long left = value;
    while ((left & ~0x7FL) != 0) {
      out.put((byte) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    out.put((byte) left);
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than ten bytes");
  }

  private static void delimited(ByteBuffer out, int field, byte[] bytes) {
    key(out, field, DELIMITED);
    varint(out, bytes.length);
    out.put(bytes);
  }

  private static byte[] delimited(ByteBuffer in) {
    long length = varint(in);
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[(int) length];
    in.get(bytes);
    return bytes;
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(LARGEST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] written(ByteBuffer out) {
    byte[] bytes = new byte[out.flip().remaining()];
    out.get(bytes);
    return bytes;
  }
}
