package io.spindrift.memory.product;

import io.spindrift.numerics.Require;
import java.util.OptionalDouble;

/**
 * What stands around the cells of a product.
 *
 * @param tileRows most rows that share a bit line; larger matrices are cut into tiles whose partial
 *     sums are added
 * @param conversionBits bits of the converter of a pair of columns
 * @param reachSigmas standard deviations of a sum that the converter spans on either side; empty
 *     for all sums that can occur
 * @param noiseCells input noise of a conversion, root mean square, in units of what one cell at
 *     full drive adds when it turns from AP to P
 * @param line how the currents of a column add up
 */
public record Periphery(
    int tileRows, int conversionBits, OptionalDouble reachSigmas, double noiseCells, BitLine line) {
  /** Checks the numbers. */
  public Periphery {
    Require.inRange("rows of a tile", tileRows, 1, 1 << 16);
    Require.inRange("bits of a conversion", conversionBits, 1, Converter.MOST_BITS);
    reachSigmas.ifPresent(sigmas -> Require.positive("reach of the converter", sigmas, "sigma"));
    Require.notNegative("noise of a conversion", noiseCells, "cells");
  }

  /** No noise, no line resistance, and a converter of so many bits over all sums. */
  public static Periphery ideal(int tileRows, int conversionBits) {
    return new Periphery(tileRows, conversionBits, OptionalDouble.empty(), 0, BitLine.IDEAL);
  }

  /** The same with another number of bits. */
  public Periphery withBits(int bits) {
    return new Periphery(tileRows, bits, reachSigmas, noiseCells, line);
  }

  /** The same with another line. */
  public Periphery withLine(BitLine other) {
    return new Periphery(tileRows, conversionBits, reachSigmas, noiseCells, other);
  }

  /**
   * The converter for a tile.
   *
   * <p>The standard deviation of a sum is sqrt(n E[x_c^2] E[t_s^2]), as it is for weights of random
   * sign; sums that are never negative lie about their mean n E[x_c] E[t_s] instead.
   *
   * @param coding how integers become cells
   * @param rows n, rows of the tile
   * @param meanSquareTrit E[t_s^2], the share of pairs that are not zero
   */
  Converter converter(ProductCoding coding, int rows, double meanSquareTrit) {
    double reach = (double) rows * coding.largestDigit();
    double share = coding.meanSquareDigit() * meanSquareTrit;
    if (coding.isUnsigned()) {
      double mean = rows * share;
      double half = reachSigmas.orElse(Double.POSITIVE_INFINITY) * Math.sqrt(mean * (1 - share));
      double low = Math.max(0, Math.floor(mean - half));
      return Converter.counts(
          conversionBits, low, Math.max(low + 1, Math.min(reach, Math.ceil(mean + half))));
    }
    if (reachSigmas.isPresent()) {
      double sigma = Math.sqrt(rows * share);
      reach = Math.min(reach, Math.max(1, reachSigmas.getAsDouble() * sigma));
    }
    return Converter.signedCounts(conversionBits, reach);
  }
}
