package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG, checked because the decoder of the platform accepts truncated files.
 *
 * <p>Source: ISO/IEC 15948:2004, section 5.
 */
final class PngChunks {
  private static final int SIGNATURE_BYTES = 8;
  private static final int LENGTH_TYPE_AND_CHECKSUM = 12;
  private static final int END = 0x49454E44;

  /** Checks that every chunk is whole, has its checksum, and that the last one is IEND. */
  static void requireComplete(Path file, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int at = SIGNATURE_BYTES;
    while (at <= bytes.length - LENGTH_TYPE_AND_CHECKSUM) {
      int length = in.getInt(at);
      if (length < 0 || length > bytes.length - at - LENGTH_TYPE_AND_CHECKSUM) {
        break;
      }
      CRC32 checksum = new CRC32();
      checksum.update(bytes, at + 4, length + 4);
      if ((int) checksum.getValue() != in.getInt(at + 8 + length)) {
        throw new UnusableInput(
            file + " must be a complete PNG, but a checksum is wrong at byte " + at);
      }
      if (in.getInt(at + 4) == END) {
        return;
      }
      at += length + LENGTH_TYPE_AND_CHECKSUM;
    }
    throw new UnusableInput(file + " must be a complete PNG, but ends before its last chunk");
  }

  private PngChunks() {}
}
