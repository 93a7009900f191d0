package io.spindrift.numerics.quantity;

import io.spindrift.numerics.Constants;
import io.spindrift.numerics.UnusableInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and prints numbers with units; inside the program a quantity is a double in SI.
 *
 * <p>Conversion by a prefix is decimal: {@code "1.4ns"} gives exactly the double {@code 1.4e-9}. A
 * plain number is taken as SI. A magnetic field may be given in tesla, A/m or oersted, whichever of
 * the two dimensions is asked for (B = mu_0 H).
 */
public final class Quantity {
  private static final int LONGEST_TEXT = 64;
  private static final Pattern NUMBER_AND_UNIT =
      Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+))(?:[eE]([+-]?\\d{1,4}))?(?!\\d)\\s*(.*)");
  private static final Pattern COUNT = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)\\s*([kMG]?)");
  private static final List<Integer> TESLA = unitOf(Dimension.MAGNETIC_FIELD).powers();
  private static final List<Integer> AMPERES_PER_METER = unitOf(Dimension.FIELD_STRENGTH).powers();

  /**
   * Reads one number with its unit and converts it to SI.
   *
   * @param text such as {@code "0.84 V"}, {@code "35fJ/Vm"} or {@code "300"}
   * @param dimension what the number must measure
   * @throws UnusableInput for anything else, with an example of what is accepted
   */
  public static double parse(String text, Dimension dimension) {
    String stripped = text.strip();
    Matcher matcher = NUMBER_AND_UNIT.matcher(stripped);
    if (stripped.length() > LONGEST_TEXT || !matcher.matches()) {
      throw refusal(text, "is not " + dimension.words(), dimension);
    }
    String written = Objects.requireNonNull(matcher.group(3));
    UnitText unit = written.isEmpty() ? unitOf(dimension) : UnitText.read(written);
    if (unit == null) {
      throw refusal(text, "has a unit that is not known here", dimension);
    }
    double bridge = bridge(unit.powers(), unitOf(dimension).powers());
    if (bridge == 0) {
      throw refusal(text, wrongDimension(unit, dimension), dimension);
    }
    String mantissa = Objects.requireNonNull(matcher.group(1));
    String power = matcher.group(2);
    int exponent = (power == null ? 0 : Integer.parseInt(power)) + unit.decimalExponent();
    double value = Double.parseDouble(mantissa + "e" + exponent) * unit.factor() * bridge;
    if (Double.isInfinite(value) || (value == 0 && mantissa.matches(".*[1-9].*"))) {
      throw refusal(text, "is beyond the range of numbers", dimension);
    }
    return value;
  }

  /**
   * Reads a list {@code "1ns,2ns"} or ranges {@code "0.2ns:5ns:0.1ns"} (first, last, step; both
   * ends included), at most a million points.
   *
   * @throws UnusableInput for anything else, with an example of what is accepted
   */
  public static double[] parseList(String text, Dimension dimension) {
    return QuantityList.parse(text, dimension);
  }

  /**
   * Reads a whole number such as {@code "60000"}, {@code "64 k"} or {@code "1.5 M"} (decimal
   * prefixes).
   *
   * @throws UnusableInput for anything else, with an example of what is accepted
   */
  public static long parseCount(String text) {
    String stripped = text.strip();
    Matcher matcher = COUNT.matcher(stripped);
    if (stripped.length() <= LONGEST_TEXT && matcher.matches()) {
      String prefix = Objects.requireNonNull(matcher.group(2));
      int exponent =
          switch (prefix) {
            case "k" -> 3;
            case "M" -> 6;
            case "G" -> 9;
            default -> 0;
          };
      try {
        return new BigDecimal(matcher.group(1)).scaleByPowerOfTen(exponent).longValueExact();
      } catch (ArithmeticException notWholeOrTooLarge) {
        throw countRefusal(text, notWholeOrTooLarge);
      }
    }
    throw countRefusal(text, null);
  }

  /** Prints a value for reading, with an engineering prefix and at most six digits: "1.2 nm". */
  public static String print(double si, Dimension dimension) {
    return QuantityPrint.rounded(si, dimension, 6);
  }

  /** Prints a value so that {@link #parse} gives back the very same double. */
  public static String printExactly(double si, Dimension dimension) {
    return QuantityPrint.rounded(si, dimension, 0);
  }

  /** The text as it may stand in a message: quoted, on one line, of bearable length. */
  static String quoted(String text) {
    String line =
        text.codePoints()
            .limit(48)
            .collect(StringBuilder::new, Quantity::appendVisible, StringBuilder::append)
            .toString();
    return '"'
        + (text.length() > 48 ? line.substring(0, Math.min(40, line.length())) + "..." : line)
        + '"';
  }

  static UnusableInput refusal(String text, String verdict, Dimension dimension) {
    String accepted =
        dimension == Dimension.NONE
            ? "give a plain number, "
            : "give " + dimension.words() + " with its unit, ";
    return new UnusableInput(
        quoted(text) + " " + verdict + "; " + accepted + "such as " + dimension.example());
  }

  private static void appendVisible(StringBuilder line, int codePoint) {
    boolean visible = Character.isDefined(codePoint) && !Character.isISOControl(codePoint);
    line.appendCodePoint(
        visible && Character.getType(codePoint) != Character.SURROGATE ? codePoint : '?');
  }

  private static UnusableInput countRefusal(String text, @Nullable Exception cause) {
    String sentence =
        quoted(text) + " is not a whole number in range; give one such as 60000, 64 k or 1 M";
    return cause == null ? new UnusableInput(sentence) : new UnusableInput(sentence, cause);
  }

  private static String wrongDimension(UnitText unit, Dimension wanted) {
    for (Dimension dimension : Dimension.values()) {
      if (unitOf(dimension).powers().equals(unit.powers())) {
        return "is " + dimension.words() + ", not " + wanted.words();
      }
    }
    return "is not " + wanted.words();
  }

  private static double bridge(List<Integer> from, List<Integer> to) {
    double permeability = Constants.VACUUM_PERMEABILITY_TESLA_METERS_PER_AMPERE;
    if (from.equals(to)) {
      return 1;
    }
    if (from.equals(AMPERES_PER_METER) && to.equals(TESLA)) {
      return permeability;
    }
    return from.equals(TESLA) && to.equals(AMPERES_PER_METER) ? 1 / permeability : 0;
  }

  private static UnitText unitOf(Dimension dimension) {
    return Objects.requireNonNull(UnitText.read(dimension.siSymbol()));
  }

  private Quantity() {}
}
