package io.spindrift.device.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaveformCsvTest {
  private static final String HEADER = "time_seconds,voltage_volts\n";

  @TempDir Path folder;

  @Test
  void timesCountFromTheFirstRow() throws IOException {
    Path file = write("\uFEFF" + HEADER + "-1e-9, 0\r\n0,0.5\n\n2e-9,-0.25");
    Waveform waveform = WaveformCsv.read(file);
    assertThat(waveform.corners())
        .containsExactly(
            new Waveform.Corner(0, 0),
            new Waveform.Corner(1e-9, 0.5),
            new Waveform.Corner(2e-9 + 1e-9, -0.25));
  }

  @Test
  void columnsStandInAnyOrderAmongOthers() throws IOException {
    Path file = write("# scope\nvoltage_volts,current_amperes,time_seconds\n1,0,0\n2,0,1e-9\n");
    assertThat(WaveformCsv.read(file).corners())
        .containsExactly(new Waveform.Corner(0, 1), new Waveform.Corner(1e-9, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time,volts;0,1;1e-9,1|line 1: columns time_seconds, voltage_volts are missing",
        "time_seconds;0;1e-9|line 1: column voltage_volts is missing",
        "0,1;1e-9,1|line 1: columns time_seconds, voltage_volts are missing",
        "time_seconds,time_seconds,voltage_volts;0,0,1|time_seconds\" is named twice",
        "H;0,1;1e-9|line 3: has 1 cells, but the header names 2 columns",
        "H;0,1;1e-9,1,2|line 3: has 3 cells, but the header names 2 columns",
        "H;0,1;1e-9,NaN|line 3, column voltage_volts: must be a number between -100 and 100 V",
        "H;0,1;Infinity,0|line 3, column time_seconds: must be a number between -1000 and 1000 s",
        "H;0,1;1e-9,volt|line 3, column voltage_volts: must be a number",
        "H;0,1;1e-9,|line 3: has 1 cells",
        "H;0,1;1e-9,1;1e-9,2|line 4, column time_seconds: must be later than 1.0E-9",
        "H;0,1;1e-9,1;0.5e-9,2|line 4, column time_seconds: must be later",
        "H;0,1;1e-9,1e4|line 3, column voltage_volts: must be a number between -100 and 100 V",
        "H;0,1;1e300,1|line 3, column time_seconds: must be a number between -1000 and 1000 s",
        "H;0,1|must have at least 2 rows below its header, but has 1",
        "H|has a header but no rows",
      })
  void refusalNamesLineAndColumn(String text, String sentence) throws IOException {
    Path file = write(text.replace("H", HEADER.strip()).replace(';', '\n'));
    assertThatThrownBy(() -> WaveformCsv.read(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(sentence);
  }

  @Test
  void emptyMissingBinaryAndEndlessFilesAreRefused() throws IOException {
    assertThatThrownBy(() -> WaveformCsv.read(write("")))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> WaveformCsv.read(folder.resolve("none.csv")))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("does not exist; give a CSV file");
    assertThatThrownBy(() -> WaveformCsv.read(folder)).isInstanceOf(UnusableInput.class);
    byte[] bytes = new byte[4096];
    StreamKey.root(1).purpose("binary").open().nextBytes(bytes);
    Path binary = Files.write(folder.resolve("binary.csv"), bytes);
    assertThatThrownBy(() -> WaveformCsv.read(binary)).isInstanceOf(UnusableInput.class);
    Path oneLine = write(HEADER + "0,1\n" + "1".repeat(1_000_000));
    assertThatThrownBy(() -> WaveformCsv.read(oneLine))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(", after line 2 cannot be read");
    StringBuilder huge = new StringBuilder(HEADER);
    for (int i = 0; i <= 1_000_000; i++) {
      huge.append(i).append("e-12,1\n");
    }
    assertThatThrownBy(() -> WaveformCsv.read(write(huge.toString())))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("has more than 1000000 rows");
  }

  private Path write(String text) throws IOException {
    return Files.write(folder.resolve("wave.csv"), text.getBytes(StandardCharsets.UTF_8));
  }
}
