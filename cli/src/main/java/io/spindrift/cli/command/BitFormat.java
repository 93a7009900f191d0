package io.spindrift.cli.command;

import java.io.IOException;
import java.io.OutputStream;

/** How bits are laid out in a file. */
enum BitFormat {
  /** Eight bits a byte, the first bit in the most significant place. */
  PACKED {
    @Override
    void write(long[] words, long bits, OutputStream out) throws IOException {
      byte[] bytes = new byte[(int) Math.ceilDiv(bits, 8)];
      for (int i = 0; i < bits; i++) {
        bytes[i / 8] |= (byte) (bit(words, i) << (7 - i % 8));
      }
      out.write(bytes);
    }
  },
  /** One byte a bit, 0 or 1. */
  BYTES {
    @Override
    void write(long[] words, long bits, OutputStream out) throws IOException {
      byte[] bytes = new byte[(int) bits];
      for (int i = 0; i < bits; i++) {
        bytes[i] = (byte) bit(words, i);
      }
      out.write(bytes);
    }
  },
  /** One character a bit, {@code 0} or {@code 1}, without line ends. */
  ASCII {
    @Override
    void write(long[] words, long bits, OutputStream out) throws IOException {
      byte[] bytes = new byte[(int) bits];
      for (int i = 0; i < bits; i++) {
        bytes[i] = (byte) ('0' + bit(words, i));
      }
      out.write(bytes);
    }
  };

  /** Appends the first {@code bits} bits; only the last block may not be a multiple of eight. */
  abstract void write(long[] words, long bits, OutputStream out) throws IOException;

  private static int bit(long[] words, int index) {
    return (int) (words[index / 64] >>> (index % 64)) & 1;
  }
}
