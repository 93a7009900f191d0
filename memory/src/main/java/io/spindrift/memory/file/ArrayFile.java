package io.spindrift.memory.file;

import io.spindrift.memory.array.CellArray;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.file.FileTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Arrays in files: saved whole or not at all, and loaded only when every bit is as it was saved.
 *
 * <p>A file is, little-endian: eight bytes that name the format; version and length of the header
 * (32 bits each); the header; the CRC-32C of all before; the state, 64 cells a word, row by row;
 * the wear of each row, a word each; both in checked blocks. Nothing follows. The length of the
 * file is compared with what the header asks for before memory is taken, and only one block is held
 * beside the array.
 */
public final class ArrayFile {
  /** The version that is written, and the only one that is read. */
  public static final int VERSION = 1;

  /** Not text, so that no editor takes it for one; the line ends tell of a mangled transfer. */
  private static final byte[] MAGIC = {(byte) 0x89, 'S', 'D', 'A', '\r', '\n', 0x1A, '\n'};

  private static final int PREFIX_BYTES = MAGIC.length + 2 * Integer.BYTES;

  /**
   * Saves an array.
   *
   * @param array its cells
   * @param provenance what the array is and where it comes from, in words
   * @param file where it goes; what stands there is replaced
   * @throws UnusableInput when the disk is full or the folder cannot be written
   */
  public static void save(CellArray array, String provenance, Path file) {
    byte[] beginning = beginning(ArrayHeader.of(array, provenance).bytes());
    AtomicFile.write(
        file,
        beside -> {
          try (FileChannel channel =
              FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(beginning);
            while (bytes.hasRemaining()) {
              channel.write(bytes);
            }
            WordBlocks blocks = new WordBlocks(channel);
            new RowWords(array).forEachBlock(blocks::write);
          }
        });
  }

  /**
   * Loads an array.
   *
   * @throws UnusableInput when the file is not one, is of another version, is cut off, goes on too
   *     long, asks for more memory than there is, or any bit of it has changed; the sentence says
   *     which
   */
  public static SavedArray load(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnusableInput(
          file + " must be a file, but " + (Files.exists(file) ? "is none" : "there is none"));
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ArrayHeader header = header(file, channel);
      requireRoom(file, header);
      CellArray array = new CellArray(header.shape(), header.kinds(), header.faults());
      WordBlocks blocks = new WordBlocks(channel);
      new RowWords(array)
          .setEachBlock((what, words, count) -> {
            if (!blocks.read(words, count)) {
              throw damaged(file, what);
            }
          });
      return new SavedArray(array, header.provenance());
    } catch (IllegalArgumentException refusal) {
      throw new UnusableInput(file + ": " + refusal.getMessage(), refusal);
    } catch (IOException e) {
      throw new UnusableInput(file + " cannot be read: " + FileTrouble.reason(e), e);
    }
  }

  private static ArrayHeader header(Path file, FileChannel channel) throws IOException {
    ByteBuffer prefix = exactly(channel, PREFIX_BYTES, file, "its first words");
    byte[] magic = new byte[MAGIC.length];
    prefix.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new UnusableInput(
          file + " must be a saved array, but does not begin like one; save one with --save");
    }
    int version = prefix.getInt();
    if (version != VERSION) {
      String number = Integer.toUnsignedString(version);
      throw new UnusableInput(
          Integer.compareUnsigned(version, VERSION) > 0
              ? file + ": version " + number + " is newer than " + VERSION + ", which is read here"
              : file + ": version " + number + " is not known; version " + VERSION + " is read");
    }
    int length = prefix.getInt();
    int most = ArrayHeader.FIXED_BYTES + ArrayHeader.MOST_PROVENANCE_BYTES;
    if (length < ArrayHeader.FIXED_BYTES || length > most) {
      throw new UnusableInput(
          "%s: length of the header must be between %d and %d bytes, but was %s"
              .formatted(file, ArrayHeader.FIXED_BYTES, most, Integer.toUnsignedString(length)));
    }
    byte[] bytes = new byte[length];
    ByteBuffer rest = exactly(channel, length + Integer.BYTES, file, "its header");
    rest.get(bytes);
    if (rest.getInt() != checksum(beginningWithoutChecksum(bytes))) {
      throw damaged(file, "the header");
    }
    ArrayHeader header = read(file, bytes);
    long expected = channel.position() + header.bodyBytes();
    if (channel.size() != expected) {
      throw new UnusableInput(
          "%s must be %d bytes long for its %d x %d cells, but is %d, %s"
              .formatted(
                  file,
                  expected,
                  header.shape().rows(),
                  header.shape().columns(),
                  channel.size(),
                  channel.size() < expected ? "so it is cut off" : "so something follows"));
    }
    return header;
  }

  private static ArrayHeader read(Path file, byte[] bytes) {
    try {
      return ArrayHeader.of(bytes);
    } catch (IllegalArgumentException refusal) {
      throw new UnusableInput(file + ": " + refusal.getMessage(), refusal);
    }
  }

  private static void requireRoom(Path file, ArrayHeader header) {
    long most = Runtime.getRuntime().maxMemory();
    if (header.memoryBytes() > most) {
      throw new UnusableInput(
          "%s needs %d MB of memory, but the program may use %d MB; more (-Xmx) would be accepted"
              .formatted(file, header.memoryBytes() / 1_000_000, most / 1_000_000));
    }
  }

  private static ByteBuffer exactly(FileChannel channel, int length, Path file, String what)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new UnusableInput(file + " must be a saved array, but is cut off within " + what);
      }
    }
    return bytes.flip();
  }

  private static byte[] beginning(byte[] header) {
    byte[] unchecked = beginningWithoutChecksum(header);
    return ByteBuffer.allocate(unchecked.length + Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(unchecked)
        .putInt(checksum(unchecked))
        .array();
  }

  private static byte[] beginningWithoutChecksum(byte[] header) {
    return ByteBuffer.allocate(PREFIX_BYTES + header.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putInt(VERSION)
        .putInt(header.length)
        .put(header)
        .array();
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return (int) crc.getValue();
  }

  private static UnusableInput damaged(Path file, String what) {
    return new UnusableInput(
        file + ": the checksum of " + what + " is wrong; the file has changed since it was saved");
  }

  private ArrayFile() {}
}
