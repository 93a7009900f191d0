package io.spindrift.device.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.csv.CsvText;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table of counts may hold, and what each refusal says. */
final class CountTableTest {
  private static final String HEAD = "voltage_volts,pulse_seconds,from_state,trials,switched\n";

  @Test
  void columnsInAnyOrderCommentsQuotesAndWindowsLineEndsAreRead() {
    CountTable table =
        CountTable.parse(
            "# lab book 12\r\n\r\nSwitched,trials,from_state,note,pulse_seconds,voltage_volts\r\n"
                + "3,\"10\",AP,first,1e-9,1.2\r\n# pause\r\n4,10.0,0,,2e-9,1.2\r\n",
            "table");
    assertThat(table.rows())
        .containsExactly(
            new CountTable.Row(1.2, 1e-9, true, 10, 3),
            new CountTable.Row(1.2, 2e-9, false, 10, 4));
  }

  @Test
  void oneTemperatureIsReadWhereTheTableTellsIt() {
    String head = HEAD.strip() + ",temperature_kelvin\n";
    assertThat(CountTable.parse(head + "1.2,1e-9,p,10,1,350\n", "t").temperatureKelvin())
        .contains(350.0);
    assertThat(CountTable.parse(HEAD + "1.2,1e-9,p,10,1\n", "t").temperatureKelvin()).isEmpty();
    refused(head + "1.2,1e-9,p,10,1,300\n1.2,1e-9,p,10,1,350\n", "line 3, column temperature_k");
    refused(head + "1.2,1e-9,p,10,1,0\n", "line 2, column temperature_kelvin: must be positive");
    refused(head + "1.2,1e-9,p,10,1,hot\n", "line 2, column temperature_kelvin");
  }

  @Test
  void curvesMayStandInAnyOrderAndInterleaved() {
    CountTable table =
        CountTable.parse(
            HEAD + "1.3,1e-9,p,10,1\n1.2,1e-9,p,10,1\n1.3,2e-9,p,10,1\n1.2,1e-9,ap,10,1\n", "t");
    assertThat(table.rows()).hasSize(4);
  }

  @Test
  void eachRefusalNamesLineAndColumnAndWhatIsAccepted() {
    refused("", "is empty", "voltage_volts,pulse_seconds,from_state,trials,switched");
    refused(HEAD, "has a header but no rows");
    refused(
        "voltage_volts,pulse_seconds,from_state,trials\n1,1,p,1\n", "column switched is missing");
    refused(HEAD.replace(',', ';') + "1;1;p;1;1\n", "must be separated by commas");
    refused(HEAD + "1.2,1e-9,p,10\n", "line 2: has 4 cells, but the header names 5");
    refused(HEAD + "1.2,1e-9,p,10,5\n1.2,2e-9,p,10,1,7\n", "line 3: has 6 cells");
    refused(HEAD + "x,1e-9,p,10,5\n", "line 2, column voltage_volts: must be a number", "\"x\"");
    refused(HEAD + "NaN,1e-9,p,10,5\n", "line 2, column voltage_volts");
    refused(HEAD + "Infinity,1e-9,p,10,5\n", "line 2, column voltage_volts");
    refused(HEAD + "1e999,1e-9,p,10,5\n", "between -100 and 100 V");
    refused(HEAD + "1.2,1.4,p,10,5\n", "column pulse_seconds", "1.4 ns is 1.4e-9");
    refused(HEAD + "1.2,0,p,10,5\n", "column pulse_seconds");
    refused(HEAD + "1.2,-1e-9,p,10,5\n", "column pulse_seconds");
    refused(HEAD + "1.2,1e-9,up,10,5\n", "column from_state: must be p, parallel or 0", "\"up\"");
    refused(HEAD + "1.2,1e-9,p,-10,5\n", "column trials: must be a whole number between 1");
    refused(HEAD + "1.2,1e-9,p,0,0\n", "column trials");
    refused(HEAD + "1.2,1e-9,p,10.5,5\n", "column trials: must be a whole number");
    refused(HEAD + "1.2,1e-9,p,1e30,5\n", "column trials");
    refused(HEAD + "1.2,1e-9,p,10,-1\n", "column switched");
    refused(HEAD + "1.2,1e-9,p,10,12\n", "column switched: must be at most trials, which is 10");
    refused(
        HEAD + "1.2,1e-9,p,10,1\n1.2,1e-9,p,10,2\n",
        "line 3: repeats voltage, pulse width and state of line 2",
        "add the counts");
    refused(
        HEAD + "1.2,2e-9,p,10,1\n1.2,1e-9,p,10,2\n",
        "line 3: pulse_seconds 1.0E-9 comes after 2.0E-9 of line 2",
        "sort the rows");
    refused(HEAD + "0.0,2e-9,p,10,1\n-0.0,2e-9,p,10,2\n", "repeats");
    refused(HEAD + "1.2,\"1e-9,p,10,5\n", "quotes closed");
    refused("a,a\n1,2\n", "column \"a\" is named twice");
  }

  @Test
  void aMillionRowsAreEnough() {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i <= 1_000_000; i++) {
      text.append("1,1,p,1,1\n");
    }
    refused(text.toString(), "more than 1000000 rows");
  }

  @Test
  void hugeBinaryMissingAndMisencodedFilesAreRefused(@TempDir Path folder) throws IOException {
    Path huge = folder.resolve("huge.csv");
    try (SeekableByteChannel channel =
        Files.newByteChannel(huge, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.position(1L << 33);
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {1}));
    }
    Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {65, 0, 66});
    Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {(byte) 0xfc, 65});
    refusedFile(huge, "holds 8192 MiB; a CSV file of at most 32 MiB");
    refusedFile(binary, "binary file");
    refusedFile(latin, "not UTF-8");
    refusedFile(folder, "is a folder");
    refusedFile(folder.resolve("none.csv"), "does not exist");
  }

  /** 4,000 spoilt copies of a good table, seed 5: cut, doubled, swapped, sprinkled with bytes. */
  @Test
  void whateverComesIsReadOrRefusedInOneShortSentence() {
    RandomStream random = StreamKey.root(5).purpose("spoilt tables").open();
    String good = HEAD + "1.2,1e-9,p,10,1\n1.2,2e-9,p,10,9\n1.3,1e-9,ap,20,19\n";
    List<String> pieces =
        List.of("\"", ",", "\n", "#", "\r", "-", "1e9999", "NaN", ";", "\t", "\u2028", "p", "=1+1");
    int refusals = 0;
    for (int trial = 0; trial < 4000; trial++) {
      StringBuilder text = new StringBuilder(good);
      int changes = 1 + (int) (4 * random.nextDouble());
      for (int c = 0; c < changes; c++) {
        int at = (int) (text.length() * random.nextDouble());
        switch ((int) (4 * random.nextDouble())) {
          case 0 -> text.setLength(at);
          case 1 -> text.insert(at, pieces.get((int) (pieces.size() * random.nextDouble())));
          case 2 -> text.insert(at, (char) (1 + 500 * random.nextDouble()));
          default -> text.insert(at, text.substring(at / 2, at));
        }
      }
      try {
        for (CountTable.Row row : CountTable.parse(text.toString(), "t").rows()) {
          assertThat(row.share()).isBetween(0.0, 1.0);
        }
      } catch (UnusableInput refusal) {
        refusals++;
        assertThat(refusal.getMessage()).startsWith("t").hasSizeLessThan(400);
        assertThat(refusal.getMessage()).doesNotContain("\n").doesNotContain("Exception");
      }
    }
    assertThat(refusals).isBetween(1000, 3999);
  }

  @Test
  void aResistanceTableNeedsBothStatesInOrder() {
    String head = "voltage_volts,state,resistance_ohms\n";
    assertThat(ResistanceTable.parse(head + "0,p,10\n1,p,9\n0,ap,20\n", "r").of(false)).hasSize(2);
    assertThatThrownBy(() -> ResistanceTable.parse(head + "0,p,10\n", "r"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("no row of state ap");
    assertThatThrownBy(() -> ResistanceTable.parse(head + "1,p,10\n0,p,9\n0,ap,3\n", "r"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("line 3: voltage_volts 0.0 comes after 1.0 of line 2");
    assertThatThrownBy(() -> ResistanceTable.parse(head + "1,p,-10\n", "r"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("column resistance_ohms");
  }

  private static void refused(String text, String... words) {
    assertThatThrownBy(() -> CountTable.parse(text, "t.csv"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageStartingWith("t.csv")
        .hasMessageContainingAll(words);
  }

  private static void refusedFile(Path file, String words) {
    assertThatThrownBy(() -> CsvText.read(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(words);
  }
}
