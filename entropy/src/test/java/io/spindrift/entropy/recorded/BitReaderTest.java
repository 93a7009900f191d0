package io.spindrift.entropy.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.entropy.BitSequence;
import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BitReaderTest {
  @TempDir private Path folder;

  private static String text(BitSequence bits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bits.length(); i++) {
      text.append(bits.bit(i));
    }
    return text.toString();
  }

  private Path file(String name, String content) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static BitRecord ascii(Path file) {
    return new BitRecord(file, RecordFormat.ASCII, BitOrder.MOST_SIGNIFICANT_FIRST);
  }

  @Test
  void sequencesFollowOneAnotherInEveryFormatAndOrder() throws IOException {
    SplittableRandom random = new SplittableRandom(41);
    String bits = RecordFiles.bits(random, 1_200_000);
    for (RecordFormat format : RecordFormat.values()) {
      for (BitOrder order : BitOrder.values()) {
        BitRecord record = RecordFiles.write(folder.resolve("chip"), bits, format, order);
        for (int skip : new int[] {0, 3, 64, 600_011}) {
          try (BitReader reader = record.open()) {
            assertThat(reader.skip(skip)).isEqualTo(skip);
            int at = skip;
            while (at < bits.length()) {
              int length = random.nextInt(1, 100_000);
              Optional<BitSequence> next = reader.next(length);
              if (at + length <= bits.length()) {
                assertThat(text(next.orElseThrow()))
                    .as("%s %s from %d", format, order, at)
                    .isEqualTo(bits.substring(at, at + length));
              } else {
                assertThat(next).isEmpty();
              }
              at += length;
            }
            assertThat(reader.position()).isEqualTo(bits.length());
          }
        }
      }
    }
  }

  @Test
  void whiteSpaceBetweenCharactersIsPassedOver() throws IOException {
    SplittableRandom random = new SplittableRandom(42);
    String bits = RecordFiles.bits(random, 300_000);
    String[] blanks = {"\n", "\r\n", " ", "\t", "\n\n", "\f"};
    StringBuilder spaced = new StringBuilder("  ");
    int at = 0;
    while (at < bits.length()) {
      int end = Math.min(bits.length(), at + random.nextInt(1, 90));
      spaced.append(bits, at, end).append(blanks[random.nextInt(blanks.length)]);
      at = end;
    }
    try (BitReader reader = ascii(file("spaced", spaced.toString())).open()) {
      assertThat(text(reader.next(bits.length()).orElseThrow())).isEqualTo(bits);
      assertThat(reader.next(1)).isEmpty();
    }
    try (BitReader reader = ascii(file("spaced", spaced.toString())).open()) {
      assertThat(reader.countAll()).isEqualTo(bits.length());
    }
  }

  @Test
  void aStrangeCharacterIsRefusedWithItsPlaceAndLine() throws IOException {
    String before = "0110".repeat(30_000) + "\r\n01\n";
    try (BitReader reader = ascii(file("strange", before + "01x01")).open()) {
      assertThatThrownBy(() -> reader.next(200_000))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining("'x' stands at byte " + (before.length() + 2) + ", line 3");
    }
  }

  @Test
  void aByteThatIsNoBitIsRefusedWithItsPlace() throws IOException {
    BitRecord record =
        new BitRecord(
            file("bytes", "\0\1".repeat(50_000) + "\0\7\1"),
            RecordFormat.BYTES,
            BitOrder.MOST_SIGNIFICANT_FIRST);
    try (BitReader reader = record.open()) {
      assertThatThrownBy(() -> reader.next(100_003))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining("byte 100001 is 7");
    }
  }

  @Test
  void anyBytesAreReadOrRefusedButNeverFail() throws IOException {
    SplittableRandom random = new SplittableRandom(43);
    byte[] alphabet = "01 \r\n\t\0\1x\u00ff".getBytes(StandardCharsets.ISO_8859_1);
    for (int round = 0; round < 400; round++) {
      byte[] bytes = new byte[random.nextInt(1, 200)];
      int letters = random.nextInt(1, alphabet.length + 1);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = alphabet[random.nextInt(letters)];
      }
      Path file = Files.write(folder.resolve("any"), bytes);
      for (RecordFormat format : RecordFormat.values()) {
        BitRecord record = new BitRecord(file, format, BitOrder.LEAST_SIGNIFICANT_FIRST);
        try (BitReader reader = record.open()) {
          long most = record.mostBits().orElseThrow();
          reader.skip(random.nextInt(40));
          while (reader.next(random.nextInt(1, 100)).isPresent()) {
            assertThat(reader.position()).isLessThanOrEqualTo(most);
          }
        } catch (UnusableInput refused) {
          assertThat(refused).hasMessageContaining(file.toString());
        }
      }
    }
  }

  @Test
  void absentEmptyAndFolderAreRefused() throws IOException {
    for (Path file : new Path[] {file("empty", ""), folder.resolve("absent"), folder}) {
      assertThatThrownBy(() -> ascii(file))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void charactersAndUnitBytesAreRecognisedInAPackedFile() throws IOException {
    String bits = RecordFiles.bits(new SplittableRandom(44), 500);
    for (RecordFormat format : RecordFormat.values()) {
      Path file = folder.resolve("some");
      RecordFiles.write(file, bits, format, BitOrder.MOST_SIGNIFICANT_FIRST);
      BitRecord record = new BitRecord(file, RecordFormat.PACKED, BitOrder.MOST_SIGNIFICANT_FIRST);
      assertThat(record.likelyFormat()).isEqualTo(format);
    }
    Files.write(folder.resolve("zeros"), new byte[5000]);
    assertThat(
            new BitRecord(
                    folder.resolve("zeros"), RecordFormat.PACKED, BitOrder.MOST_SIGNIFICANT_FIRST)
                .likelyFormat())
        .isEqualTo(RecordFormat.PACKED);
  }
}
