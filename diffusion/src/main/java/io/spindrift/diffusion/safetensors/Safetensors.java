package io.spindrift.diffusion.safetensors;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.file.FileTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes safetensors files.
 *
 * <p>Nothing is allocated before the header has been checked against the length of the file, so a
 * hostile header costs no memory.
 */
public final class Safetensors {
  private static final int ALIGNMENT = 8;
  private static final int PIECE_BYTES = 1 << 16;

  /**
   * Reads a whole file.
   *
   * @throws UnusableInput when the file is missing or is not well-formed
   */
  public static SafetensorsFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnusableInput(file + " must be a safetensors file, but there is no such file");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      SafetensorsHeader header = SafetensorsHeader.read(file, channel);
      Map<String, StoredTensor> tensors = new LinkedHashMap<>();
      for (SafetensorsHeader.Entry entry : header.entries()) {
        ByteBuffer bytes = ByteBuffer.allocate((int) (entry.end() - entry.begin()));
        SafetensorsHeader.readFully(file, channel, bytes, header.dataStart() + entry.begin());
        tensors.put(entry.name(), new StoredTensor(entry.type(), entry.shape(), bytes.flip()));
      }
      return new SafetensorsFile(file, header.metadata(), tensors);
    } catch (IOException e) {
      throw new UnusableInput(file + " cannot be read: " + FileTrouble.reason(e), e);
    }
  }

  /**
   * Writes a whole file; it appears under its name only when it is complete.
   *
   * @param metadata free text by key
   * @param tensors elements by name; kept in the given order, larger element types first
   * @throws UnusableInput when the file cannot be written
   */
  public static void write(
      Path file, Map<String, String> metadata, Map<String, ? extends TensorData> tensors) {
    AtomicFile.write(file, beside -> writeBeside(beside, metadata, tensors));
  }

  private static void writeBeside(
      Path beside, Map<String, String> metadata, Map<String, ? extends TensorData> tensors)
      throws IOException {
    // Larger types first keep every tensor aligned to its element.
    List<Map.Entry<String, TensorData>> ordered = new ArrayList<>();
    tensors.forEach((name, tensor) -> ordered.add(Map.entry(name, tensor)));
    ordered.sort(Comparator.comparingInt(entry -> -entry.getValue().type().bytes()));
    try (FileChannel channel =
        FileChannel.open(
            beside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeFully(channel, header(metadata, ordered));
      ByteBuffer piece = ByteBuffer.allocateDirect(PIECE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      for (Map.Entry<String, TensorData> entry : ordered) {
        entry.getValue().forEachPiece(piece, bytes -> writeFully(channel, bytes));
      }
    }
  }

  private static ByteBuffer header(
      Map<String, String> metadata, List<Map.Entry<String, TensorData>> ordered) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      tree.put(SafetensorsHeader.METADATA, metadata);
    }
    long begin = 0;
    for (Map.Entry<String, TensorData> named : ordered) {
      TensorData tensor = named.getValue();
      if (named.getKey().equals(SafetensorsHeader.METADATA)) {
        throw new IllegalArgumentException("a tensor must not be named " + named.getKey());
      }
      long end = begin + TensorData.elements(tensor.shape()) * tensor.type().bytes();
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("dtype", tensor.type().name());
      entry.put("shape", tensor.shape());
      entry.put("data_offsets", new long[] {begin, end});
      tree.put(named.getKey(), entry);
      begin = end;
    }
    byte[] json = JsonMapper.shared().writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
    int padded = Math.ceilDiv(json.length, ALIGNMENT) * ALIGNMENT;
    ByteBuffer header = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(padded).put(json);
    while (header.hasRemaining()) {
      header.put((byte) ' ');
    }
    return header.flip();
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private Safetensors() {}
}
