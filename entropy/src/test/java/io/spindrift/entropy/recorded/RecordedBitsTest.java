package io.spindrift.entropy.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedBitsTest {
  @TempDir Path folder;

  /** Nine bytes whose 72 bits, first to last, are the text. */
  private static final String BITS =
      "110010100011110100101010111100001010010110011001000111101011010110000111";

  private static String drawn(RecordedBits bits, StreamKey key, int count) {
    long[] words = new long[(count + 63) / 64];
    bits.fill(key, words, count);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((words[i / 64] >>> (i % 64)) & 1);
    }
    return text.toString();
  }

  @Test
  void aBlockIsAStretchOfTheRecordThatWrapsAtItsEnd() throws IOException {
    for (RecordFormat format : RecordFormat.values()) {
      for (BitOrder order : BitOrder.values()) {
        BitRecord record = RecordFiles.write(folder.resolve("chip.bin"), BITS, format, order);
        RecordedBits bits = RecordedBits.read(record);
        assertThat(bits.recordedBits()).isEqualTo(72);
        for (int b = 0; b < 30; b++) {
          assertThat(BITS.repeat(4)).contains(drawn(bits, StreamKey.root(4).at(b), 200));
        }
      }
    }
  }

  @Test
  void aBlockIsTheSameInEveryFormatAndForAnyLengthOfTheRecord() throws IOException {
    SplittableRandom random = new SplittableRandom(46);
    for (int bytes : new int[] {1, 2, 7, 8, 9, 100, 140_000}) {
      String text = RecordFiles.bits(random, 8 * bytes);
      StreamKey key = StreamKey.root(5).at(bytes);
      String first = "";
      for (RecordFormat format : RecordFormat.values()) {
        for (BitOrder order : BitOrder.values()) {
          Path file = folder.resolve("chip" + bytes + format + order);
          String drawn =
              drawn(RecordedBits.read(RecordFiles.write(file, text, format, order)), key, 333);
          first = first.isEmpty() ? drawn : first;
          assertThat(drawn).isEqualTo(first);
          assertThat(text.repeat(1 + 340 / text.length() + 1)).contains(drawn);
        }
      }
    }
  }

  @Test
  void aMissingOrEmptyFileIsRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.bin"));
    Path blank = Files.writeString(folder.resolve("blank.txt"), " \n");
    for (Path file : new Path[] {empty, folder.resolve("absent.bin"), folder}) {
      assertThatThrownBy(() -> RecordedBits.read(file, BitOrder.LEAST_SIGNIFICANT_FIRST))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining(file.toString());
    }
    assertThatThrownBy(() ->
            RecordedBits.read(
                new BitRecord(blank, RecordFormat.ASCII, BitOrder.LEAST_SIGNIFICANT_FIRST)))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("only white space");
  }
}
