package io.spindrift.memory.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayFileTest {
  private static final int VERSION_AT = 8;
  private static final int ROWS_AT = 16;

  @TempDir Path folder;

  @Test
  void arrayComesBackWithEverythingItHad() {
    for (ArrayShape shape :
        new ArrayShape[] {
          new ArrayShape(1, 64), new ArrayShape(7, 192), new ArrayShape(3, 64 * 100_000)
        }) {
      CellArray array = array(shape, 5);
      ArrayFile.save(array, "checkerboard, written twice", file());
      SavedArray saved = ArrayFile.load(file());
      assertThat(saved.provenance()).isEqualTo("checkerboard, written twice");
      requireSame(saved.array(), array);
    }
  }

  @Test
  void wearOfMoreRowsThanABlockHoldsComesBack() {
    CellArray array = array(new ArrayShape(WordBlocks.BLOCK_WORDS + 3, 64), 6);
    ArrayFile.save(array, "", file());
    requireSame(ArrayFile.load(file()).array(), array);
  }

  @Test
  void fileIsAsLongAsItsFormatSays() throws IOException {
    ArrayFile.save(array(new ArrayShape(4, 128), 1), "é", file());
    // 16 of prefix, 52 of header, 2 of provenance, 4 of checksum, 8 + 4 words, 2 checksums.
    assertThat(Files.size(file())).isEqualTo(16 + 52 + 2 + 4 + 8 * 12 + 2 * 4);
  }

  @Test
  void everyFlippedBitIsRefused() throws IOException {
    byte[] good = smallFile();
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      requireRefused(bad);
    }
  }

  @Test
  void everyTruncationAndEveryFurtherByteIsRefused() throws IOException {
    byte[] good = smallFile();
    for (int length = 0; length < good.length; length++) {
      requireRefused(Arrays.copyOf(good, length));
    }
    assertThatThrownBy(() -> load(Arrays.copyOf(good, good.length + 1)))
        .hasMessageContaining("so something follows");
    assertThatThrownBy(() -> load(Arrays.copyOf(good, good.length - 1)))
        .hasMessageContaining("so it is cut off");
  }

  @Test
  void randomBytesAreRefused() throws IOException {
    RandomStream random = StreamKey.root(4).purpose("random files").open();
    byte[] good = smallFile();
    for (int i = 0; i < 500; i++) {
      byte[] bad = new byte[random.nextInt(400)];
      random.nextBytes(bad);
      if (i % 2 == 0) {
        System.arraycopy(good, 0, bad, 0, Math.min(bad.length, 12));
      }
      requireRefused(bad);
    }
  }

  @Test
  void sentenceNamesThePlace() throws IOException {
    byte[] good = smallFile();
    assertThatThrownBy(() -> load(flipped(good, ROWS_AT)))
        .hasMessageContaining("checksum of the header");
    assertThatThrownBy(() -> load(flipped(good, 80))).hasMessageContaining("checksum of the cells");
    assertThatThrownBy(() -> load(flipped(good, good.length - 6)))
        .hasMessageContaining("checksum of the wear");
    assertThatThrownBy(() -> load("array of cells".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("cut off within its first words");
    assertThatThrownBy(() -> load(new byte[64])).hasMessageContaining("does not begin like one");
    assertThatThrownBy(() -> ArrayFile.load(folder)).hasMessageContaining("must be a file");
  }

  @Test
  void otherVersionsAreRefusedByTheirNumber() throws IOException {
    byte[] good = smallFile();
    assertThatThrownBy(() -> load(with(good, VERSION_AT, 2)))
        .hasMessageContaining("version 2 is newer than 1");
    assertThatThrownBy(() -> load(with(good, VERSION_AT, 0)))
        .hasMessageContaining("version 0 is not known; version 1 is read");
    assertThatThrownBy(() -> load(with(good, VERSION_AT, -1)))
        .hasMessageContaining("version 4294967295 is newer");
  }

  @Test
  void hostileHeadersWithRightChecksumsAreRefusedBeforeMemoryIsTaken() throws IOException {
    byte[] good = smallFile();
    int columnsAt = ROWS_AT + 4;
    int kindsAt = ROWS_AT + 8;
    int shareAt = ROWS_AT + 20;
    assertThatThrownBy(() -> load(signed(with(good, ROWS_AT, 1 << 30))))
        .hasMessageContaining("so it is cut off");
    assertThatThrownBy(() -> load(signed(with(good, ROWS_AT, Integer.MAX_VALUE))))
        .hasMessageContaining("cells must be at most 137 G");
    assertThatThrownBy(() -> load(signed(with(good, ROWS_AT, 0))))
        .hasMessageContaining("rows must be at least 1");
    assertThatThrownBy(() -> load(signed(with(good, columnsAt, 0x7FFFFFC0))))
        .hasMessageContaining("so it is cut off");
    assertThatThrownBy(() -> load(signed(with(good, columnsAt, 65))))
        .hasMessageContaining("columns must be a multiple of 64");
    assertThatThrownBy(() -> load(signed(with(good, kindsAt, 3))))
        .hasMessageContaining("kinds of cells must be a power of two");
    assertThatThrownBy(() -> load(signed(with(good, shareAt + 4, 0x7FF80000))))
        .hasMessageContaining("share of cells stuck in P");
    assertThatThrownBy(() -> load(with(good, 12, Integer.MAX_VALUE)))
        .hasMessageContaining("length of the header");
  }

  @Test
  void remainderOfAnInterruptedSaveIsRemovedByTheNext() throws IOException {
    Path remainder = folder.resolve(".cells.part");
    Files.write(remainder, new byte[1000]);
    CellArray array = array(new ArrayShape(2, 64), 1);
    ArrayFile.save(array, "", file());
    assertThat(remainder).doesNotExist();
    requireSame(ArrayFile.load(file()).array(), array);
  }

  @Test
  void provenanceHasAnEnd() {
    assertThatThrownBy(
            () -> ArrayFile.save(array(new ArrayShape(1, 64), 1), "x".repeat(70_000), file()))
        .hasMessageContaining("provenance must be at most 65536 bytes");
    assertThat(file()).doesNotExist();
  }

  private Path file() {
    return folder.resolve("cells");
  }

  private byte[] smallFile() throws IOException {
    ArrayFile.save(array(new ArrayShape(2, 64), 1), "a", file());
    return Files.readAllBytes(file());
  }

  private void load(byte[] bytes) throws IOException {
    ArrayFile.load(Files.write(file(), bytes));
  }

  private void requireRefused(byte[] bytes) {
    assertThatThrownBy(() -> load(bytes)).isInstanceOf(UnusableInput.class);
  }

  private static byte[] flipped(byte[] good, int at) {
    byte[] bad = good.clone();
    bad[at] ^= 4;
    return bad;
  }

  private static byte[] with(byte[] good, int at, int value) {
    byte[] changed = good.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    return changed;
  }

  /** The file with the checksum that its header ought to have. */
  private static byte[] signed(byte[] file) {
    int end = 16 + ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
    CRC32C crc = new CRC32C();
    crc.update(file, 0, end);
    return with(file, end, (int) crc.getValue());
  }

  /** An array of random cells, some stuck, and of different wear. */
  static CellArray array(ArrayShape shape, long seed) {
    StreamKey key = StreamKey.root(seed);
    CellArray array = new CellArray(shape, new CellKinds(16, key), new CellFaults(0.02, 0.05, key));
    long[] row = new long[shape.rowWords()];
    RandomStream random = key.open();
    for (int r = 0; r < shape.rows(); r++) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextLong();
      }
      array.setRow(r, row, 0);
      array.addWear(r, random.nextInt(1000));
    }
    return array;
  }

  static void requireSame(CellArray found, CellArray array) {
    assertThat(found.shape()).isEqualTo(array.shape());
    assertThat(found.faults()).isEqualTo(array.faults());
    assertThat(found.kinds().count()).isEqualTo(array.kinds().count());
    assertThat(found.kinds().kind(12345)).isEqualTo(array.kinds().kind(12345));
    assertThat(found.kinds().start()).isEqualTo(array.kinds().start());
    long[] a = new long[array.shape().rowWords()];
    long[] b = new long[a.length];
    for (int r = 0; r < array.shape().rows(); r++) {
      array.copyRow(r, a, 0);
      found.copyRow(r, b, 0);
      if (!Arrays.equals(a, b) || found.wear(r) != array.wear(r)) {
        throw new AssertionError("row " + r + " differs");
      }
    }
  }
}
