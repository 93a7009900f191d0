package io.spindrift.cli.command;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Locale;

/** How bits are laid out in a file. */
enum BitFormat {
  /** Eight bits a byte, in the order that was chosen. */
  PACKED(1) {
    @Override
    void encode(long[] words, int count, BitPlace first, byte[] target) {
      for (int i = 0; i < count; i++) {
        if (first == BitPlace.MSB) {
          HIGH_FIRST.set(target, 8 * i, Long.reverse(words[i]));
        } else {
          LOW_FIRST.set(target, 8 * i, words[i]);
        }
      }
    }
  },
  /** One byte a bit, 0 or 1. */
  BYTES(8) {
    @Override
    void encode(long[] words, int count, BitPlace first, byte[] target) {
      spread(words, count, 0, target);
    }
  },
  /** One character a bit, {@code 0} or {@code 1}, without line ends. */
  ASCII(8) {
    @Override
    void encode(long[] words, int count, BitPlace first, byte[] target) {
      spread(words, count, 0x3030_3030_3030_3030L, target);
    }
  };

  private static final VarHandle HIGH_FIRST =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LOW_FIRST =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The eight bits of a byte, each in a byte of its own, the lowest first. */
  private static final long[] SPREAD = table();

  private final int bytesPerOctet;

  BitFormat(int bytesPerOctet) {
    this.bytesPerOctet = bytesPerOctet;
  }

  /** Lays out the first {@code count} words; {@code target} has room for them all. */
  abstract void encode(long[] words, int count, BitPlace first, byte[] target);

  /** Bytes that {@code bits} bits take. */
  int bytes(int bits) {
    return this == PACKED ? Math.ceilDiv(bits, 8) : bits;
  }

  /** Room for {@code count} words. */
  int room(int count) {
    return 8 * bytesPerOctet * count;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static void spread(long[] words, int count, long zero, byte[] target) {
    int at = 0;
    for (int i = 0; i < count; i++) {
      long word = words[i];
      for (int shift = 0; shift < 64; shift += 8) {
        LOW_FIRST.set(target, at, SPREAD[(int) (word >>> shift) & 0xFF] | zero);
        at += 8;
      }
    }
  }

  private static long[] table() {
    long[] table = new long[256];
    for (int octet = 0; octet < table.length; octet++) {
      for (int bit = 0; bit < 8; bit++) {
        table[octet] |= (long) ((octet >>> bit) & 1) << (8 * bit);
      }
    }
    return table;
  }

  /** Which bit of a packed byte comes first. */
  enum BitPlace {
    /** The most significant one, as in the files of SP 800-22. */
    MSB,
    /** The least significant one. */
    LSB;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
