package io.spindrift.numerics.document;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads single values: numbers with units and bounds, counts, words, switches. */
final class ScalarReader {
  /** Reads {@code value} as {@code type}. */
  static Object read(Class<?> type, Object value, RecordPart part) {
    try {
      if (type == double.class || type == Double.class) {
        return number(value, part);
      }
      if (type == long.class || type == Long.class) {
        return count(value, part, Long.MIN_VALUE, Long.MAX_VALUE);
      }
      if (type == int.class || type == Integer.class) {
        return Math.toIntExact(count(value, part, Integer.MIN_VALUE, Integer.MAX_VALUE));
      }
      if (type == boolean.class || type == Boolean.class) {
        return truth(value);
      }
      if (type.isEnum()) {
        return constant(type, value);
      }
      if (type == Path.class) {
        return Path.of(text(value));
      }
      if (type == String.class) {
        return text(value);
      }
    } catch (UnusableInput unreadable) {
      throw new Refusal(": " + unreadable.getMessage());
    } catch (InvalidPathException unreadable) {
      throw new Refusal(" must be a path, but was " + shown(value));
    }
    throw new IllegalStateException("no document can hold a " + type.getName());
  }

  /** Refuses a number outside the declared bounds. */
  static void checkBounds(double value, RecordPart part) {
    if (!Double.isFinite(value)) {
      throw new Refusal(" must be a finite number, but was " + value);
    }
    boolean above = part.minExclusive() ? value > part.min() : value >= part.min();
    if (!above || !(value <= part.max())) {
      throw new Refusal(
          " must be " + constraint(part) + ", but was " + Quantity.print(value, part.unit()));
    }
  }

  /** A value as it may stand in a message. */
  static String shown(Object value) {
    if (value instanceof Map) {
      return "a group of settings";
    }
    if (value instanceof List) {
      return "a list";
    }
    String line = value.toString().replaceAll("\\p{Cntrl}", "?");
    String cut = line.length() > 48 ? line.substring(0, 40) + "..." : line;
    return value instanceof String ? '"' + cut + '"' : cut;
  }

  private static double number(Object value, RecordPart part) {
    double number =
        switch (value) {
          case String text -> Quantity.parse(text, part.unit());
          case Number plain -> plain.doubleValue();
          default ->
              throw new Refusal(
                  " must be %s, such as %s, but was %s"
                      .formatted(part.unit().words(), part.unit().example(), shown(value)));
        };
    checkBounds(number, part);
    return number;
  }

  private static long count(Object value, RecordPart part, long lowest, long highest) {
    BigDecimal whole =
        switch (value) {
          case String text -> BigDecimal.valueOf(Quantity.parseCount(text));
          case BigInteger big -> new BigDecimal(big);
          case Double real when Double.isFinite(real) && Math.rint(real) == real ->
              BigDecimal.valueOf(real);
          case Integer small -> BigDecimal.valueOf(small);
          case Long large -> BigDecimal.valueOf(large);
          default ->
              throw new Refusal(
                  " must be a whole number, such as 60000 or 64 k, but was " + shown(value));
        };
    if (whole.compareTo(BigDecimal.valueOf(lowest)) < 0
        || whole.compareTo(BigDecimal.valueOf(highest)) > 0) {
      throw new Refusal(
          " must be between %d and %d, but was %s".formatted(lowest, highest, shown(value)));
    }
    checkBounds(whole.doubleValue(), part);
    return whole.longValueExact();
  }

  private static boolean truth(Object value) {
    return switch (value) {
      case Boolean truth -> truth;
      case String text when text.equalsIgnoreCase("true") -> true;
      case String text when text.equalsIgnoreCase("false") -> false;
      default -> throw new Refusal(" must be true or false, but was " + shown(value));
    };
  }

  private static Object constant(Class<?> type, Object value) {
    List<String> words = new ArrayList<>();
    String given = text(value).strip();
    String folded = given.toLowerCase(Locale.ROOT).replace('_', '-');
    for (Object constant : type.getEnumConstants()) {
      String word = Kinds.word((Enum<?>) constant);
      if (word.equals(folded)) {
        return constant;
      }
      words.add(word);
    }
    throw new Refusal(" must be " + NearestNames.oneOf(given, words) + ", but was " + shown(value));
  }

  private static String text(Object value) {
    if (value instanceof Map || value instanceof List) {
      throw new Refusal(" must be a text, but was " + shown(value));
    }
    return value.toString();
  }

  private static String constraint(RecordPart part) {
    Dimension unit = part.unit();
    String low = Quantity.print(part.min(), unit);
    String high = Quantity.print(part.max(), unit);
    if (part.max() < Double.POSITIVE_INFINITY) {
      if (part.min() == Double.NEGATIVE_INFINITY) {
        return "at most " + high;
      }
      return part.minExclusive()
          ? "above " + low + " and at most " + high
          : "between " + low + " and " + high;
    }
    if (part.min() == 0) {
      return part.minExclusive() ? "positive" : "zero or positive";
    }
    return (part.minExclusive() ? "above " : "at least ") + low;
  }

  private ScalarReader() {}
}
