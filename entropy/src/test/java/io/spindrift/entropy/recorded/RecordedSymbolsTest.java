package io.spindrift.entropy.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedSymbolsTest {
  @TempDir private Path folder;

  private BitRecord bytes(byte... values) throws IOException {
    return new BitRecord(
        Files.write(folder.resolve("symbols"), values),
        RecordFormat.BYTES,
        BitOrder.MOST_SIGNIFICANT_FIRST);
  }

  private static RecordedSymbols all(BitRecord record, OptionalInt width) {
    return RecordedSymbols.read(record, width, 0, OptionalLong.empty());
  }

  @Test
  void theWidthIsThatOfTheLargestSymbolUnlessGiven() throws IOException {
    RecordedSymbols inferred = all(bytes((byte) 0, (byte) 5, (byte) 2), OptionalInt.empty());
    assertThat(inferred.symbols().bitsPerSymbol()).isEqualTo(3);
    assertThat(inferred.widthInferred()).isTrue();
    RecordedSymbols given = all(bytes((byte) 0, (byte) 5, (byte) 2), OptionalInt.of(8));
    assertThat(given.symbols().bitsPerSymbol()).isEqualTo(8);
    assertThat(given.widthInferred()).isFalse();
    assertThat(all(bytes((byte) 0), OptionalInt.empty()).symbols().bitsPerSymbol()).isOne();
  }

  @Test
  void aSymbolThatDoesNotFitIsRefusedWithItsPlace() throws IOException {
    BitRecord record = bytes((byte) 1, (byte) 3, (byte) -1);
    assertThatThrownBy(() -> all(record, OptionalInt.of(1)))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("byte 1 is 3")
        .hasMessageContaining("holds symbols of 8 bits");
  }

  @Test
  void consecutiveBitsMakeASymbolInTheOrderOfTheFile() throws IOException {
    String bits = RecordFiles.bits(new SplittableRandom(45), 8 * 300_000);
    Path file = folder.resolve("bits");
    for (int width : new int[] {1, 3, 8}) {
      for (BitOrder order : BitOrder.values()) {
        BitRecord record = RecordFiles.write(file, bits, RecordFormat.PACKED, order);
        byte[] values = all(record, OptionalInt.of(width)).symbols().values();
        assertThat(values).hasSize(bits.length() / width);
        for (int i = 0; i < values.length; i += 977) {
          String digits = bits.substring(width * i, width * (i + 1));
          String most =
              order == BitOrder.MOST_SIGNIFICANT_FIRST
                  ? digits
                  : new StringBuilder(digits).reverse().toString();
          assertThat(values[i] & 0xFF).isEqualTo(Integer.parseInt(most, 2));
        }
      }
    }
    BitRecord packed =
        RecordFiles.write(file, bits, RecordFormat.PACKED, BitOrder.MOST_SIGNIFICANT_FIRST);
    assertThat(all(packed, OptionalInt.of(8)).symbols().values())
        .isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void aStretchOfTheFileCanBeAssessed() throws IOException {
    byte[] values = {0, 1, 2, 3, 2, 1, 0, 3};
    assertThat(
            RecordedSymbols.read(bytes(values), OptionalInt.empty(), 2, OptionalLong.of(3))
                .symbols()
                .values())
        .containsExactly(2, 3, 2);
    assertThatThrownBy(
            () -> RecordedSymbols.read(bytes(values), OptionalInt.empty(), 5, OptionalLong.of(4)))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("holds 3; --length 3 would be accepted");
    assertThatThrownBy(
            () -> RecordedSymbols.read(bytes(values), OptionalInt.empty(), 9, OptionalLong.empty()))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("holds 0");
  }
}
