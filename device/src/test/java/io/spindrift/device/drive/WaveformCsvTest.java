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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time,volts;0,1;1e-9,1|line 1: the header must be time_seconds,voltage_volts",
        "voltage_volts,time_seconds;0,1|line 1: the header must be",
        "0,1;1e-9,1|line 1: the header must be",
        "H;0,1;1e-9|line 3: must have 2 fields, but has 1",
        "H;0,1;1e-9,1,2|line 3: must have 2 fields, but has 3",
        "H;0,1;1e-9,NaN|line 3: voltage_volts must be finite, but was NaN",
        "H;0,1;Infinity,0|line 3: time_seconds must be finite",
        "H;0,1;1e-9,volt|line 3: voltage_volts must be a number, but was 'volt'",
        "H;0,1;1e-9,|line 3: voltage_volts must be a number, but was ''",
        "H;0,1;1e-9,1;1e-9,2|line 4: time_seconds must be later than on the row before, 1.0E-9",
        "H;0,1;1e-9,1;0.5e-9,2|line 4: time_seconds must be later",
        "H;0,1;1e-9,1e4|line 3: voltage_volts must be between -100 and 100",
        "H;0,1;1e300,1|line 3: time_seconds must be between -1000 and 1000",
        "H;0,1|must have at least 2 rows below its header, but has 1",
        "H|must have at least 2 rows",
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
        .hasMessageContaining("the header must be");
    assertThatThrownBy(() -> WaveformCsv.read(folder.resolve("none.csv")))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> WaveformCsv.read(folder)).isInstanceOf(UnusableInput.class);
    byte[] bytes = new byte[4096];
    StreamKey.root(1).purpose("binary").open().nextBytes(bytes);
    Path binary = Files.write(folder.resolve("binary.csv"), bytes);
    assertThatThrownBy(() -> WaveformCsv.read(binary)).isInstanceOf(UnusableInput.class);
    Path oneLine = write(HEADER + "0,1\n" + "1".repeat(1_000_000));
    assertThatThrownBy(() -> WaveformCsv.read(oneLine))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("line 3: is longer than 200 characters");
    StringBuilder huge = new StringBuilder(HEADER);
    for (int i = 0; i <= 1_000_000; i++) {
      huge.append(i).append("e-12,1\n");
    }
    assertThatThrownBy(() -> WaveformCsv.read(write(huge.toString())))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("line 1000002: is beyond the largest number of rows, 1000000");
  }

  private Path write(String text) throws IOException {
    return Files.write(folder.resolve("wave.csv"), text.getBytes(StandardCharsets.UTF_8));
  }
}
