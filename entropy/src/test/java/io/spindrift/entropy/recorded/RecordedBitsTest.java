package io.spindrift.entropy.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.entropy.recorded.RecordedBits.BitOrder;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedBitsTest {
  @TempDir Path folder;

  /** Nine bytes whose 72 bits, first to last, are the text. */
  private static final String BITS =
      "110010100011110100101010111100001010010110011001000111101011010110000111";

  private RecordedBits recording(BitOrder order) throws IOException {
    byte[] bytes = new byte[9];
    for (int i = 0; i < 72; i++) {
      int place = order == BitOrder.LEAST_SIGNIFICANT_FIRST ? i % 8 : 7 - i % 8;
      bytes[i / 8] |= (byte) ((BITS.charAt(i) - '0') << place);
    }
    Path file = folder.resolve("chip.bin");
    Files.write(file, bytes);
    return RecordedBits.read(file, order);
  }

  @Test
  void aBlockIsAStretchOfTheRecordThatWrapsAtItsEnd() throws IOException {
    for (BitOrder order : BitOrder.values()) {
      RecordedBits bits = recording(order);
      assertThat(bits.recordedBits()).isEqualTo(72);
      for (int b = 0; b < 30; b++) {
        long[] words = new long[4];
        bits.fill(StreamKey.root(4).at(b), words, 200);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
          text.append((words[i / 64] >>> (i % 64)) & 1);
        }
        assertThat(BITS.repeat(4)).contains(text);
      }
    }
  }

  @Test
  void aMissingOrEmptyFileIsRefusedWithWhatWouldBeAccepted() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.bin"));
    for (Path file : new Path[] {empty, folder.resolve("absent.bin"), folder}) {
      assertThatThrownBy(() -> RecordedBits.read(file, BitOrder.LEAST_SIGNIFICANT_FIRST))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("is accepted");
    }
  }
}
