package io.spindrift.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes small ONNX files: protocol buffers with the field numbers of {@code onnx.proto3}, version
 * 8 of the format and 13 of the operators.
 */
public final class OnnxText {
  /** Type of 32-bit floats. */
  public static final int FLOAT = 1;

  /** Type of 64-bit whole numbers. */
  public static final int INT64 = 7;

  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

  /** Adds a node; attributes as made by {@link #ints}. */
  public OnnxText node(String operator, String[] inputs, String output, byte[]... attributes) {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    for (String input : inputs) {
      text(node, 1, input);
    }
    text(node, 2, output);
    text(node, 4, operator);
    for (byte[] attribute : attributes) {
      bytes(node, 5, attribute);
    }
    bytes(graph, 1, node.toByteArray());
    return this;
  }

  /** Adds a constant tensor. */
  public OnnxText weights(String name, long[] shape, float... values) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    ByteArrayOutputStream tensor = tensor(name, shape);
    bytes(tensor, 9, raw.array());
    bytes(graph, 5, tensor.toByteArray());
    return this;
  }

  /** Adds a constant tensor whose elements lie in another file. */
  public OnnxText weightsElsewhere(String name, long[] shape, String file) {
    ByteArrayOutputStream place = new ByteArrayOutputStream();
    text(place, 1, "location");
    text(place, 2, file);
    ByteArrayOutputStream tensor = tensor(name, shape);
    bytes(tensor, 13, place.toByteArray());
    number(tensor, 14, 1);
    bytes(graph, 5, tensor.toByteArray());
    return this;
  }

  private static ByteArrayOutputStream tensor(String name, long... shape) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    for (long side : shape) {
      number(tensor, 1, side);
    }
    number(tensor, 2, FLOAT);
    text(tensor, 8, name);
    return tensor;
  }

  /** Adds an input of the graph; sides below 0 are open. */
  public OnnxText input(String name, int type, long... shape) {
    bytes(graph, 11, value(name, type, shape));
    return this;
  }

  /** Adds an output of the graph; sides below 0 are open. */
  public OnnxText output(String name, int type, long... shape) {
    bytes(graph, 12, value(name, type, shape));
    return this;
  }

  /** The bytes of the file. */
  public byte[] file() {
    ByteArrayOutputStream operators = new ByteArrayOutputStream();
    number(operators, 2, 13);
    text(graph, 2, "graph");
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    number(model, 1, 8);
    bytes(model, 7, graph.toByteArray());
    bytes(model, 8, operators.toByteArray());
    return model.toByteArray();
  }

  /** An attribute that is a list of whole numbers. */
  public static byte[] ints(String name, long... values) {
    ByteArrayOutputStream attribute = new ByteArrayOutputStream();
    text(attribute, 1, name);
    for (long value : values) {
      number(attribute, 8, value);
    }
    number(attribute, 20, 7);
    return attribute.toByteArray();
  }

  /** Sides below 0 are open. */
  private static byte[] value(String name, int type, long... shape) {
    ByteArrayOutputStream sides = new ByteArrayOutputStream();
    for (long side : shape) {
      ByteArrayOutputStream dimension = new ByteArrayOutputStream();
      if (side < 0) {
        text(dimension, 2, "open" + -side);
      } else {
        number(dimension, 1, side);
      }
      bytes(sides, 1, dimension.toByteArray());
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, type);
    bytes(tensor, 2, sides.toByteArray());
    ByteArrayOutputStream kind = new ByteArrayOutputStream();
    bytes(kind, 1, tensor.toByteArray());
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    text(value, 1, name);
    bytes(value, 2, kind.toByteArray());
    return value.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, int field, long value) {
    varint(out, field << 3);
    varint(out, value);
  }

  private static void text(ByteArrayOutputStream out, int field, String value) {
    bytes(out, field, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    varint(out, field << 3 | 2);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest >>> 7 != 0) {
      out.write((int) (rest & 127 | 128));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
