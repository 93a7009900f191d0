package io.spindrift.numerics.csv;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.FileTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a file that should hold comma-separated values. */
public final class CsvText {
  /** Largest file that is read, in bytes. */
  public static final int LARGEST_BYTES = 32 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * Reads the text of a file, without byte-order mark, lines ended by LF.
   *
   * @throws UnusableInput when the file is missing, a folder, larger than 32 MiB, not UTF-8 text,
   *     or binary
   */
  public static String read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new UnusableInput(file + " is a folder; give a CSV file");
      }
      long size = Files.size(file);
      if (size > LARGEST_BYTES) {
        throw new UnusableInput(
            "%s holds %d MiB; a CSV file of at most %d MiB is accepted"
                .formatted(file, size >> 20, LARGEST_BYTES >> 20));
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw new UnusableInput(file + " is a binary file; give a CSV file of UTF-8 text");
      }
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return (marked ? text.substring(1) : text).replace("\r\n", "\n").replace('\r', '\n');
    } catch (CharacterCodingException e) {
      throw new UnusableInput(file + " is not UTF-8 text; give a CSV file of UTF-8 text", e);
    } catch (NoSuchFileException e) {
      throw new UnusableInput(file + " does not exist; give a CSV file", e);
    } catch (IOException e) {
      throw new UnusableInput(
          file + " cannot be read (" + FileTrouble.reason(e) + "); give a CSV file", e);
    }
  }

  private CsvText() {}
}
