package io.spindrift.device.drive;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.FileTrouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a measured waveform: {@code time_seconds,voltage_volts}, header required.
 *
 * <p>Times must increase; they are counted from the first row, since oscilloscopes count from their
 * trigger. At most a million rows.
 */
public final class WaveformCsv {
  private static final String HEADER = "time_seconds,voltage_volts";
  private static final int MOST_ROWS = 1_000_000;
  private static final int LONGEST_LINE = 200;
  private static final double MOST_VOLTS = 100;
  private static final double MOST_SECONDS = 1000;

  private final Path file;
  private final List<Waveform.Corner> corners = new ArrayList<>();
  private double first;
  private double last;

  private WaveformCsv(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws UnusableInput with file, line and column of what cannot be used
   */
  public static Waveform read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnusableInput(
          file + " must be a file with the columns " + HEADER + ", but there is no such file");
    }
    WaveformCsv reading = new WaveformCsv(file);
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
      reading.skipByteOrderMark(in);
      reading.rows(in);
    } catch (IOException e) {
      throw new UnusableInput(file + " cannot be read: " + FileTrouble.reason(e), e);
    }
    if (reading.corners.size() < 2) {
      throw new UnusableInput(
          file + " must have at least 2 rows below its header, but has " + reading.corners.size());
    }
    return new Waveform(reading.corners);
  }

  private void skipByteOrderMark(BufferedReader in) throws IOException {
    in.mark(3);
    if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
      in.reset();
    }
  }

  private void rows(BufferedReader in) throws IOException {
    String header = line(in, 1);
    if (header == null || !header.strip().replace(" ", "").equals(HEADER)) {
      throw refusal(1, "the header must be " + HEADER);
    }
    int number = 2;
    for (String text = line(in, number); text != null; text = line(in, ++number)) {
      if (!text.isBlank()) {
        row(number, text);
      }
    }
  }

  /** One line without its end, null at the end of the file; never more than a short one is kept. */
  private @Nullable String line(BufferedReader in, int number) throws IOException {
    StringBuilder text = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r' && c != '\t' && (c < ' ' || c > '~')) {
        throw refusal(number, "is not plain text; a CSV file with " + HEADER + " is accepted");
      }
      if (text.length() >= LONGEST_LINE) {
        throw refusal(number, "is longer than " + LONGEST_LINE + " characters");
      }
      text.append((char) c);
    }
    return text.toString();
  }

  private void row(int number, String text) {
    if (corners.size() >= MOST_ROWS) {
      throw refusal(number, "is beyond the largest number of rows, " + MOST_ROWS);
    }
    String[] fields = text.split(",", -1);
    if (fields.length != 2) {
      throw refusal(number, "must have 2 fields, but has " + fields.length);
    }
    double seconds = number(number, "time_seconds", fields[0]);
    double volts = number(number, "voltage_volts", fields[1]);
    if (!(Math.abs(volts) <= MOST_VOLTS)) {
      throw refusal(
          number, "voltage_volts must be between -100 and 100, but was " + fields[1].strip());
    }
    if (!(Math.abs(seconds) <= MOST_SECONDS)) {
      throw refusal(
          number, "time_seconds must be between -1000 and 1000, but was " + fields[0].strip());
    }
    if (corners.isEmpty()) {
      first = seconds;
    } else if (!(seconds > last)) {
      throw refusal(
          number,
          "time_seconds must be later than on the row before, "
              + last
              + ", but was "
              + fields[0].strip());
    }
    last = seconds;
    corners.add(new Waveform.Corner(seconds - first, volts));
  }

  private double number(int line, String column, String field) {
    double value;
    try {
      value = Double.parseDouble(field.strip());
    } catch (NumberFormatException notOne) {
      throw new UnusableInput(
          sentence(line, column + " must be a number, but was '" + field.strip() + "'"), notOne);
    }
    if (!Double.isFinite(value)) {
      throw refusal(line, column + " must be finite, but was " + field.strip());
    }
    return value;
  }

  private UnusableInput refusal(int line, String what) {
    return new UnusableInput(sentence(line, what));
  }

  private String sentence(int line, String what) {
    return file + ", line " + line + ": " + what;
  }
}
