package io.spindrift.entropy.recorded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** Writes texts of zeros and ones in every layout that a record can have. */
final class RecordFiles {
  /** A text of zeros and ones. */
  static String bits(RandomGenerator random, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(random.nextBoolean() ? '1' : '0');
    }
    return text.toString();
  }

  /** A record of the bits; packed ones are filled up with zeros to a whole byte. */
  static BitRecord write(Path file, String bits, RecordFormat format, BitOrder order)
      throws IOException {
    Files.write(
        file,
        switch (format) {
          case PACKED -> packed(bits, order);
          case BYTES -> units(bits);
          case ASCII -> bits.getBytes(StandardCharsets.US_ASCII);
        });
    return new BitRecord(file, format, order);
  }

  private static byte[] packed(String bits, BitOrder order) {
    byte[] bytes = new byte[Math.ceilDiv(bits.length(), 8)];
    for (int i = 0; i < bits.length(); i++) {
      int place = order == BitOrder.LEAST_SIGNIFICANT_FIRST ? i % 8 : 7 - i % 8;
      bytes[i / 8] |= (byte) ((bits.charAt(i) - '0') << place);
    }
    return bytes;
  }

  private static byte[] units(String bits) {
    byte[] bytes = new byte[bits.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (bits.charAt(i) - '0');
    }
    return bytes;
  }

  private RecordFiles() {}
}
