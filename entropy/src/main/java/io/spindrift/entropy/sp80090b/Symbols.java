package io.spindrift.entropy.sp80090b;

import io.spindrift.numerics.Require;

/**
 * A sequence of symbols under assessment, one to a byte.
 *
 * @param values the symbols, each below 2^bits; not copied, must not change
 * @param bitsPerSymbol width of a symbol in bits, 1 to 8
 */
@SuppressWarnings("ArrayRecordComponent")
public record Symbols(byte[] values, int bitsPerSymbol) {
  /**
   * Checks the width and every symbol.
   *
   * @throws IllegalArgumentException when there is no symbol or one does not fit its width
   */
  public Symbols {
    Require.inRange("bits per symbol", bitsPerSymbol, 1, 8);
    Require.atLeast("symbols", values.length, 1);
    for (int i = 0; i < values.length; i++) {
      if ((values[i] & 0xFF) >>> bitsPerSymbol != 0) {
        throw new IllegalArgumentException(
            "symbol " + i + " must fit " + bitsPerSymbol + " bits, but was " + (values[i] & 0xFF));
      }
    }
  }

  /** Number of symbols. */
  public int length() {
    return values.length;
  }

  /** The symbols as bits, most significant bit of each symbol first, as symbols of one bit. */
  public Symbols asBits() {
    byte[] bits = new byte[Math.multiplyExact(values.length, bitsPerSymbol)];
    for (int i = 0, at = 0; i < values.length; i++) {
      for (int shift = bitsPerSymbol - 1; shift >= 0; shift--) {
        bits[at++] = (byte) ((values[i] >>> shift) & 1);
      }
    }
    return new Symbols(bits, 1);
  }
}
