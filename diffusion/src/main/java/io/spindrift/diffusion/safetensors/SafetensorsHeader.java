package io.spindrift.diffusion.safetensors;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checked header of a file: entries that tile the data without hole, overlap or remainder.
 *
 * @param metadata free text by key
 * @param entries tensors in the order of their bytes
 * @param dataStart position of the first data byte in the file
 */
record SafetensorsHeader(Map<String, String> metadata, List<Entry> entries, long dataStart) {
  static final String METADATA = "__metadata__";

  /** Largest header that the reference implementation accepts. */
  private static final long LARGEST_HEADER_BYTES = 100_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** One tensor; its bytes are [begin, end) of the data. */
  record Entry(String name, ElementType type, long[] shape, long begin, long end) {}

  static SafetensorsHeader read(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < Long.BYTES + 2) {
      throw refusal(file, "must begin with 8 bytes of header length and a JSON header");
    }
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    readFully(file, channel, length, 0);
    long headerBytes = length.getLong(0);
    if (headerBytes < 2 || headerBytes > Math.min(size - Long.BYTES, LARGEST_HEADER_BYTES)) {
      throw refusal(
          file,
          "must have a header of 2 to "
              + Math.min(size - Long.BYTES, LARGEST_HEADER_BYTES)
              + " bytes, but names "
              + Long.toUnsignedString(headerBytes));
    }
    ByteBuffer json = ByteBuffer.allocate((int) headerBytes);
    readFully(file, channel, json, Long.BYTES);
    return parse(file, json.array(), Long.BYTES + headerBytes, size);
  }

  private static SafetensorsHeader parse(Path file, byte[] json, long dataStart, long size) {
    JsonNode tree;
    try {
      tree = JSON.readTree(json);
    } catch (JacksonException e) {
      throw new UnusableInput(
          file + " must have a JSON header, but it is malformed: " + e.getOriginalMessage(), e);
    }
    if (!tree.isObject()) {
      throw refusal(file, "must have a JSON object as its header");
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : tree.properties()) {
      if (property.getKey().equals(METADATA)) {
        for (Map.Entry<String, JsonNode> text : property.getValue().properties()) {
          if (!text.getValue().isString()) {
            throw refusal(file, "must have only text as metadata");
          }
          metadata.put(text.getKey(), text.getValue().stringValue());
        }
      } else {
        entries.add(entry(file, property.getKey(), property.getValue(), size - dataStart));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long expected = 0;
    for (Entry entry : entries) {
      if (entry.begin() != expected) {
        throw refusal(
            file, "must have tensors without hole or overlap; \"" + entry.name() + "\" breaks it");
      }
      expected = entry.end();
    }
    if (expected != size - dataStart) {
      throw refusal(
          file,
          "must hold as many data bytes as its header names: "
              + expected
              + ", but holds "
              + (size - dataStart));
    }
    return new SafetensorsHeader(metadata, entries, dataStart);
  }

  private static Entry entry(Path file, String name, JsonNode node, long dataBytes) {
    String where = "must describe the tensor \"" + name + "\" by ";
    JsonNode dtype = node.path("dtype");
    ElementType type =
        ElementType.named(dtype.isString() ? dtype.stringValue() : "")
            .orElseThrow(() -> refusal(file, where + "a dtype among " + ElementType.names()));
    long[] shape = longs(file, where + "a shape of whole numbers", node.path("shape"));
    long[] offsets = longs(file, where + "two data_offsets", node.path("data_offsets"));
    if (offsets.length != 2 || offsets[1] < offsets[0] || offsets[1] > dataBytes) {
      throw refusal(file, where + "data_offsets that lie within its " + dataBytes + " data bytes");
    }
    long bytes;
    try {
      bytes = Math.multiplyExact(TensorData.elements(shape), (long) type.bytes());
    } catch (ArithmeticException e) {
      bytes = -1;
    }
    if (bytes != offsets[1] - offsets[0] || bytes > Integer.MAX_VALUE - 8) {
      throw refusal(file, where + "a shape that fills its data_offsets, below 2 GiB");
    }
    return new Entry(name, type, shape, offsets[0], offsets[1]);
  }

  private static long[] longs(Path file, String wanted, JsonNode node) {
    if (!node.isArray()) {
      throw refusal(file, wanted);
    }
    long[] values = new long[node.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode value = node.get(i);
      if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
        throw refusal(file, wanted);
      }
      values[i] = value.longValue();
    }
    return values;
  }

  static void readFully(Path file, FileChannel channel, ByteBuffer target, long position)
      throws IOException {
    long at = position;
    while (target.hasRemaining()) {
      int read = channel.read(target, at);
      if (read < 0) {
        throw refusal(file, "must not become shorter while it is read");
      }
      at += read;
    }
  }

  private static UnusableInput refusal(Path file, String constraint) {
    return new UnusableInput("the safetensors file " + file + " " + constraint);
  }
}
