package io.spindrift.memory.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTableTest {
  private static final String HEADER =
      "# spindrift technologies version 1, 2026-11-29\n"
          + "id,technology,energy_per_bit_joules,area_per_generator_square_micrometers,bits_per_second,node_nanometers,kind,source\n";

  @TempDir Path folder;

  private Path table(String rows) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), HEADER + rows);
  }

  @Test
  void theEmbeddedTechnologiesAreReadWithUnknownLeftUnknown() {
    PriceTable table = PriceTable.standard();
    assertThat(table.technologies()).hasSize(16).allMatch(t -> !t.source().isBlank());
    Technology cmos = table.find("cmos-45-metastable");
    assertThat(cmos.figures().energyPerBitJoules()).hasValue(2.9e-12);
    assertThat(cmos.figures().areaSquareMeters().orElseThrow()).isBetween(4.0e-9, 4.01e-9);
    assertThat(cmos.kind()).isEqualTo(PriceKind.MEASURED_SILICON);
    Technology doped = table.find("vcmtj-3.5");
    assertThat(doped.figures().areaSquareMeters()).isEmpty();
    assertThat(doped.figures().energyTimesArea()).isEmpty();
    assertThat(doped.nodeMeters()).isEmpty();
  }

  @Test
  void everyActionButThePulsesOfTheDeviceHasAPriceWithASource() {
    assertThat(ActionPrices.standard().all().keySet())
        .isEqualTo(
            EnumSet.complementOf(
                EnumSet.of(Action.RESET_PULSE, Action.COIN_PULSE, Action.TOGGLE_PULSE)));
    assertThat(ActionPrices.standard().all().values()).allMatch(p -> !p.source().isBlank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a,thing,1e-12,,,,measured silicon,           | source must not be blank
          a,thing,0,,,,measured silicon,"A, 2020"      | positive and finite, or blank where unknown
          a,thing,-1,,,,measured silicon,A             | positive and finite
          a,thing,NaN,,,,measured silicon,A            | positive and finite
          a,thing,cheap,,,,measured silicon,A          | must be a number or blank
          a,thing,1e-12,,,,guessed,A                   | kind must be one of measured silicon
          a,thing,1e-12,,,measured silicon,A           | must have 8 fields, but has 7
          """)
  void aRowThatCannotBeUsedIsRefusedWithItsLine(String row, String reason) throws IOException {
    Path file = table(row.strip() + "\n");
    assertThatThrownBy(() -> PriceTable.read(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(file + ", line 3")
        .hasMessageContaining(reason.strip());
  }

  @Test
  void quotedFieldsMayHoldCommasAndQuotes() throws IOException {
    Path file = table("a,\"thing, new\",1e-12,,,,assumed,\"said \"\"so\"\", 2020\"\n");
    Technology technology = PriceTable.read(file).find("a");
    assertThat(technology.name()).isEqualTo("thing, new");
    assertThat(technology.source()).isEqualTo("said \"so\", 2020");
  }

  @Test
  void anotherHeaderAMissingFileAndATwiceGivenIdAreRefused() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.csv"), "# spindrift technologies version 1, 2026-11-29\na,b\n");
    assertThatThrownBy(() -> PriceTable.read(other)).hasMessageContaining("the header must be id");
    assertThatThrownBy(() -> PriceTable.read(folder.resolve("none.csv")))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("cannot be read");
    Path twice = table("a,x,,,,,assumed,S\na,y,,,,,assumed,S\n");
    assertThatThrownBy(() -> PriceTable.read(twice))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("a appears twice");
    assertThatThrownBy(() -> PriceTable.standard().find("vacuum-tube"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("cmos-14-urng");
  }

  /** A table without a version line, as spreadsheets save it: of the first version, undated. */
  @Test
  void aPlainTableIsReadAsTheFirstVersion() throws IOException {
    String plain = HEADER.substring(HEADER.indexOf('\n') + 1) + "a,x,1e-12,,,,assumed,S\n";
    for (String text : new String[] {plain, "\uFEFF" + plain, plain.replace("\n", "\r\n")}) {
      PriceTable table = PriceTable.read(Files.writeString(folder.resolve("plain.csv"), text));
      assertThat(table.find("a").figures().energyPerBitJoules()).hasValue(1e-12);
      assertThat(table.version().words()).isEqualTo("technologies version 1, without a date");
    }
    Path wrong = Files.writeString(folder.resolve("plain.csv"), plain + "b,x,0,,,,assumed,S\n");
    assertThatThrownBy(() -> PriceTable.read(wrong)).hasMessageContaining("plain.csv, line 3: ");
  }

  @ParameterizedTest
  @CsvSource({
    "measured silicon and projection, PROJECTION",
    "projection and measured silicon, PROJECTION",
    "measured device and calibrated model, CALIBRATED_MODEL",
    "model, MODEL",
  })
  void figuresOfTwoKindsAreAsSoftAsTheSofterAndKeepBothWords(String words, PriceKind softer)
      throws IOException {
    Technology technology = PriceTable.read(table("a,x,1e-12,,,," + words + ",S\n")).find("a");
    assertThat(technology.kind()).isEqualTo(softer);
    assertThat(technology.ground().words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"measured silicon and", "and model", "model and hearsay", "model or projection"})
  void aKindOfWhichAPartIsUnknownIsRefused(String words) throws IOException {
    Path file = table("a,x,1e-12,,,," + words + ",S\n");
    assertThatThrownBy(() -> PriceTable.read(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("line 3: kind must be one of measured silicon");
  }
}
