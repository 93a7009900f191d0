package io.spindrift.numerics.quantity;

import io.spindrift.numerics.Constants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unit as written, reduced to SI base units: {@code fJ/(V m)} is 10^-15 kg m s^-2 ... of SI.
 *
 * <p>Factors are multiplied by a space, a dot or a star; everything behind the first slash is in
 * the denominator, so that {@code J/V/m}, {@code J/Vm} and {@code J/(V m)} are one unit.
 *
 * @param factor part of the conversion to SI that is not a power of ten
 * @param decimalExponent power of ten of the conversion to SI
 * @param powers powers of meter, kilogram, second, ampere, kelvin and radian
 */
record UnitText(double factor, int decimalExponent, List<Integer> powers) {
  private static final UnitText ONE = new UnitText(1, 0, List.of(0, 0, 0, 0, 0, 0));
  private static final double DEGREE = Math.PI / 180;
  private static final double YEAR_SECONDS = 365.25 * 86_400;

  private static final Map<String, Integer> PREFIXES =
      Map.ofEntries(
          Map.entry("a", -18),
          Map.entry("f", -15),
          Map.entry("p", -12),
          Map.entry("n", -9),
          Map.entry("u", -6),
          Map.entry("m", -3),
          Map.entry("c", -2),
          Map.entry("k", 3),
          Map.entry("M", 6),
          Map.entry("G", 9),
          Map.entry("T", 12));

  private static final Map<String, UnitText> PREFIXABLE =
      Map.ofEntries(
          unit("m", 1, 0, 1, 0, 0, 0, 0, 0),
          unit("g", 1, -3, 0, 1, 0, 0, 0, 0),
          unit("s", 1, 0, 0, 0, 1, 0, 0, 0),
          unit("A", 1, 0, 0, 0, 0, 1, 0, 0),
          unit("K", 1, 0, 0, 0, 0, 0, 1, 0),
          unit("rad", 1, 0, 0, 0, 0, 0, 0, 1),
          unit("Hz", 1, 0, 0, 0, -1, 0, 0, 0),
          unit("V", 1, 0, 2, 1, -3, -1, 0, 0),
          unit("J", 1, 0, 2, 1, -2, 0, 0, 0),
          unit("W", 1, 0, 2, 1, -3, 0, 0, 0),
          unit("C", 1, 0, 0, 0, 1, 1, 0, 0),
          unit("F", 1, 0, -2, -1, 4, 2, 0, 0),
          unit("S", 1, 0, -2, -1, 3, 2, 0, 0),
          unit("Ohm", 1, 0, 2, 1, -3, -2, 0, 0),
          unit("T", 1, 0, 0, 1, -2, -1, 0, 0),
          unit("Oe", 1, -4, 0, 1, -2, -1, 0, 0),
          unit("emu", 1, -3, 2, 0, 0, 1, 0, 0),
          unit("eV", Constants.ELEMENTARY_CHARGE_COULOMBS, 0, 2, 1, -2, 0, 0, 0));

  private static final Map<String, UnitText> WHOLE =
      Map.ofEntries(
          unit("deg", DEGREE, 0, 0, 0, 0, 0, 0, 1),
          unit("min", 60, 0, 0, 0, 1, 0, 0, 0),
          unit("h", 3600, 0, 0, 0, 1, 0, 0, 0),
          unit("day", 86_400, 0, 0, 0, 1, 0, 0, 0),
          unit("days", 86_400, 0, 0, 0, 1, 0, 0, 0),
          unit("year", YEAR_SECONDS, 0, 0, 0, 1, 0, 0, 0),
          unit("years", YEAR_SECONDS, 0, 0, 0, 1, 0, 0, 0));

  private static final Pattern TERM = Pattern.compile("([A-Za-z]{1,8})(?:\\^?(-?[1-9]))?");

  /** Reads a unit, or gives null when it is not one. */
  static @Nullable UnitText read(String written) {
    String text = plain(written);
    if (text.isEmpty()) {
      return ONE;
    }
    if (text.equals("%")) {
      return new UnitText(1, -2, ONE.powers);
    }
    List<String> parts = new ArrayList<>(Arrays.asList(text.split("/", -1)));
    if (parts.size() == 2 && parts.get(1).strip().matches("\\([^()]*\\)")) {
      parts.set(1, parts.get(1).replaceAll("[()]", " "));
    }
    UnitText product = ONE;
    for (int i = 0; i < parts.size(); i++) {
      UnitText part = product(parts.get(i).strip(), i == 0);
      if (part == null) {
        return null;
      }
      product = product.times(part, i == 0 ? 1 : -1);
    }
    return product;
  }

  private static @Nullable UnitText product(String text, boolean numerator) {
    if (numerator && text.equals("1")) {
      return ONE;
    }
    UnitText product = ONE;
    for (String term : text.replaceAll("\\bVm\\b", "V m").split("\\s+", -1)) {
      Matcher matcher = TERM.matcher(term);
      UnitText symbol = matcher.matches() ? symbol(matcher.group(1)) : null;
      if (symbol == null) {
        return null;
      }
      String power = matcher.group(2);
      product = product.times(symbol, power == null ? 1 : Integer.parseInt(power));
    }
    return product;
  }

  private static @Nullable UnitText symbol(String text) {
    UnitText whole = WHOLE.get(text);
    UnitText exact = whole == null ? PREFIXABLE.get(text) : whole;
    if (exact != null || text.length() < 2) {
      return exact;
    }
    Integer prefix = PREFIXES.get(text.substring(0, 1));
    UnitText bare = PREFIXABLE.get(text.substring(1));
    return prefix == null || bare == null
        ? null
        : new UnitText(bare.factor, bare.decimalExponent + prefix, bare.powers);
  }

  private UnitText times(UnitText other, int power) {
    Integer[] sum = new Integer[powers.size()];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = powers.get(i) + power * other.powers.get(i);
    }
    return new UnitText(
        factor * Math.pow(other.factor, power),
        decimalExponent + power * other.decimalExponent,
        List.of(sum));
  }

  private static String plain(String written) {
    return written
        .replaceAll("[\u00B5\u03BC]", "u")
        .replaceAll("[\u03A9\u2126]", "Ohm")
        .replaceAll("[oO]hms?", "Ohm")
        .replace("\u00B0", "deg")
        .replace("\u00B2", "2")
        .replace("\u00B3", "3")
        .replaceAll("[*\u00B7\u22C5]", " ")
        .strip();
  }

  private static Map.Entry<String, UnitText> unit(
      String symbol, double factor, int exponent, Integer... powers) {
    return Map.entry(symbol, new UnitText(factor, exponent, List.of(powers)));
  }
}
