package io.spindrift.numerics.quantity;

import io.spindrift.numerics.UnusableInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** Reads lists and ranges of quantities; the points of a range are decimal, so 0.3 ns is 0.3 ns. */
final class QuantityList {
  private static final int LONGEST_TEXT = 100_000;
  private static final int MOST_POINTS = 1_000_000;

  static double[] parse(String text, Dimension dimension) {
    if (text.isBlank() || text.length() > LONGEST_TEXT) {
      throw refusal(text, "is not a list", dimension);
    }
    double[] all = new double[0];
    for (String item : text.split(",", -1)) {
      double[] points = item.indexOf(':') < 0 ? one(item, dimension) : range(item, dimension);
      if (all.length + points.length > MOST_POINTS) {
        throw refusal(text, "has more than a million points", dimension);
      }
      int start = all.length;
      all = Arrays.copyOf(all, start + points.length);
      System.arraycopy(points, 0, all, start, points.length);
    }
    return all;
  }

  private static double[] one(String item, Dimension dimension) {
    return new double[] {Quantity.parse(item, dimension)};
  }

  private static double[] range(String text, Dimension dimension) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw refusal(text, "is not a range of first:last:step", dimension);
    }
    double first = Quantity.parse(parts[0], dimension);
    double last = Quantity.parse(parts[1], dimension);
    double step = Quantity.parse(parts[2], dimension);
    double steps = (last - first) / step;
    if (!(steps >= 0) || step == 0) {
      throw refusal(text, "has a step that does not lead from first to last", dimension);
    }
    if (steps >= MOST_POINTS) {
      throw refusal(text, "has more than a million points", dimension);
    }
    double[] points = new double[(int) Math.floor(steps + 1e-9) + 1];
    BigDecimal start = BigDecimal.valueOf(first);
    BigDecimal stride = BigDecimal.valueOf(step);
    for (int i = 0; i < points.length; i++) {
      points[i] = start.add(stride.multiply(BigDecimal.valueOf(i))).doubleValue();
    }
    boolean landsOnLast = Math.abs(points.length - 1 - steps) < 1e-9 * Math.max(1, steps);
    points[points.length - 1] = landsOnLast ? last : points[points.length - 1];
    return points;
  }

  private static UnusableInput refusal(String text, String verdict, Dimension dimension) {
    String one = dimension.example();
    double example = Quantity.parse(one, dimension);
    BigDecimal ten = BigDecimal.valueOf(example).movePointRight(1);
    BigDecimal half =
        BigDecimal.valueOf(example).divide(BigDecimal.TWO, 40, RoundingMode.HALF_EVEN);
    String last = Quantity.print(ten.doubleValue(), dimension);
    String step = Quantity.print(half.doubleValue(), dimension);
    return new UnusableInput(
        "%s %s; give values such as %s, %s or a range such as %s:%s:%s"
            .formatted(Quantity.quoted(text), verdict, one, last, one, last, step));
  }

  private QuantityList() {}
}
