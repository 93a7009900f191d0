package io.spindrift.experiment.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.spindrift.diffusion.training.TrainingLog;
import io.spindrift.diffusion.training.TrainingLog.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000));

  @TempDir Path folder;

  private static List<Entry> steps(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(
            k -> new Entry(k, 1 + 0.25f * k, 2 + k, 3e-4f, 1e-3f * k, 400 + k, 0.5f * (k + 1)))
        .toList();
  }

  private List<Path> files() {
    try (Stream<Path> content = Files.list(folder)) {
      return content.sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** CRC-32C bit by bit, reflected polynomial 0x82f63b78, masked as the record format asks. */
  private static int maskedSum(byte[] bytes) {
    int sum = -1;
    for (byte each : bytes) {
      sum ^= each & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 1) == 0 ? sum >>> 1 : sum >>> 1 ^ 0x82f63b78;
      }
    }
    int crc = ~sum;
    return (crc >>> 15 | crc << 17) + 0xa282ead8;
  }

  /** The records of a file, read without any class of this package. */
  private static List<byte[]> records(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> records = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] length = new byte[8];
      in.get(length);
      assertThat(in.getInt()).isEqualTo(maskedSum(length));
      byte[] record =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      in.get(record);
      assertThat(in.getInt()).isEqualTo(maskedSum(record));
      records.add(record);
    }
    return records;
  }

  @Test
  void theChecksumIsThatOfTheKnownString() {
    // CRC-32C of "123456789" is 0xe3069283, the check value of its catalogue entry.
    int masked = maskedSum("123456789".getBytes(StandardCharsets.US_ASCII));
    int crc = 0xe3069283;
    assertThat(masked).isEqualTo((crc >>> 15 | crc << 17) + 0xa282ead8);
  }

  @Test
  void aFileIsFramedAndEncodedAsTensorBoardReadsIt() throws IOException {
    new EventFolder(folder, NOON).append(steps(0, 3));
    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("events.out.tfevents.1700000000.spindrift");
    List<byte[]> records = records(files().getFirst());
    assertThat(records).hasSize(4);
    // wall_time (field 1, eight bytes), file_version (field 3, thirteen letters).
    ByteBuffer version = ByteBuffer.wrap(records.getFirst()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(version.get()).isEqualTo((byte) 0x09);
    assertThat(version.getDouble()).isEqualTo(1_700_000_000 - 1.0);
    assertThat(version.getShort()).isEqualTo((short) 0x0d1a);
    assertThat(new String(records.getFirst(), 11, 13, StandardCharsets.UTF_8))
        .isEqualTo("brain.Event:2");
    // Step 2 happened at the time of writing: 09 <double> 10 02 2a <length> 0a <length> 0a 04 loss
    ByteBuffer last = ByteBuffer.wrap(records.getLast()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(last.get()).isEqualTo((byte) 0x09);
    assertThat(last.getDouble()).isEqualTo(1_700_000_000.0);
    assertThat(last.get()).isEqualTo((byte) 0x10);
    assertThat(last.get()).isEqualTo((byte) 2);
    assertThat(last.get()).isEqualTo((byte) 0x2a);
    int summary = last.get(); // below 128, so that it needs one byte
    assertThat(summary).isEqualTo(last.remaining());
    assertThat(last.get()).isEqualTo((byte) 0x0a);
    assertThat(last.get()).isEqualTo((byte) (2 + 4 + 5));
    assertThat(last.get()).isEqualTo((byte) 0x0a);
    assertThat(last.get()).isEqualTo((byte) 4);
    byte[] tag = new byte[4];
    last.get(tag);
    assertThat(new String(tag, StandardCharsets.UTF_8)).isEqualTo("loss");
    assertThat(last.get()).isEqualTo((byte) 0x15);
    assertThat(last.getFloat()).isEqualTo(1.5f);
  }

  @Test
  void stepsBeyondSevenBitsComeBack() {
    new EventFolder(folder, NOON).append(steps(999_990, 1_000_000));
    assertThat(new EventFolder(folder, NOON).keepBefore(1_000_000).entries())
        .isEqualTo(steps(999_990, 1_000_000));
  }

  @Test
  void sittingsContinueInFilesOfTheirOwnWithoutDoubleSteps() {
    EventFolder first = new EventFolder(folder, NOON);
    first.append(steps(0, 5));
    first.append(steps(5, 9));
    EventFolder second = new EventFolder(folder, NOON);
    // The weights reached step 7 only.
    assertThat(second.keepBefore(7).entries()).isEqualTo(steps(0, 7));
    second.append(steps(7, 10));
    EventFolder third = new EventFolder(folder, NOON);
    assertThat(third.keepBefore(10).entries()).isEqualTo(steps(0, 10));
    third.append(steps(10, 12));
    assertThat(files()).hasSize(3);
    assertThat(new EventFolder(folder, NOON).keepBefore(12).entries()).isEqualTo(steps(0, 12));
  }

  @Test
  void aTrainingThatBeginsAnewLeavesNoEarlierFile() {
    new EventFolder(folder, NOON).append(steps(0, 5));
    assertThat(new EventFolder(folder, NOON).keepBefore(0)).isEqualTo(TrainingLog.EMPTY);
    assertThat(files()).isEmpty();
  }

  @Test
  void longFilesAreReadInPieces() {
    EventFolder long_ = new EventFolder(folder, NOON);
    long_.append(steps(0, 4000));
    assertThat(files().getFirst()).satisfies(f -> assertThat(Files.size(f)).isGreaterThan(600_000));
    assertThat(new EventFolder(folder, NOON).keepBefore(3999).entries()).isEqualTo(steps(0, 3999));
  }

  @Test
  void whateverHappensToAFileTheSoundBeginningIsKept() throws IOException {
    new EventFolder(folder, NOON).append(steps(0, 3));
    Path file = files().getFirst();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      expectBeginning();
      Files.write(file, whole);
    }
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      expectBeginning();
      Files.write(file, whole);
    }
  }

  private void expectBeginning() {
    assertThatCode(
            () -> {
              List<Entry> kept = new EventFolder(folder, NOON).keepBefore(3).entries();
              assertThat(kept).isEqualTo(steps(0, kept.size())).hasSizeLessThan(3);
              for (Path left : files()) {
                assertThat(records(left)).hasSize(kept.size() + 1);
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void eventsOfOtherProgramsAreNoSteps() {
    assertThat(ScalarEvent.of(new byte[] {})).isEmpty();
    assertThat(ScalarEvent.of(new byte[] {0x2a, 0x7f})).isEmpty();
    assertThat(ScalarEvent.of(new byte[] {0x0b})).isEmpty();
    byte[] endless = new byte[12];
    java.util.Arrays.fill(endless, (byte) 0x80);
    assertThat(ScalarEvent.of(endless)).isEmpty();
    ScalarEvent other = new ScalarEvent(1, 2, java.util.Map.of("accuracy", 0.5f));
    assertThat(ScalarEvent.of(other.bytes())).contains(other);
    assertThat(LogColumns.entry(other)).isEmpty();
  }
}
