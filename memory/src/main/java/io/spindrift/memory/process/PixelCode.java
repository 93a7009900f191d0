package io.spindrift.memory.process;

import io.spindrift.numerics.Require;

/**
 * The digits of 8-bit pixels: the upper {@code planes} bits of a pixel, coded.
 *
 * @param code how a value is written in bits
 * @param planes digits that are kept, 1 to 8
 */
public record PixelCode(PlaneCode code, int planes) {
  /** Checks the number of planes. */
  public PixelCode {
    Require.inRange("planes", planes, 1, 8);
  }

  /** The code word of a pixel; digit {@code planes - 1}, the highest, is plane 0. */
  public int word(byte pixel) {
    return code.encode((pixel & 0xFF) >>> (8 - planes));
  }

  /** The digit of a plane in a code word. */
  public int digit(int word, int plane) {
    return (word >>> (planes - 1 - plane)) & 1;
  }

  /**
   * The pixel that a code word shows: few bits are spread over 0 to 255, so that one plane shows
   * black and white.
   */
  public byte pixel(int word) {
    int highest = (1 << planes) - 1;
    return (byte) ((code.decode(word) * 255 + highest / 2) / highest);
  }
}
