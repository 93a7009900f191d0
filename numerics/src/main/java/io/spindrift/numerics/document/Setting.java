package io.spindrift.numerics.document;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import java.util.List;

/**
 * One number of the documents of a type: where it stands and which values it may take.
 *
 * @param number where it stands and what it measures
 * @param min lower bound, minus infinity for none
 * @param max upper bound, infinity for none
 */
public record Setting(NumberPath number, double min, double max) {
  /**
   * The setting at a path, such as {@code freeLayer.damping}.
   *
   * @throws UnusableInput when no number stands at that path; the nearest ones are offered
   */
  public static Setting of(Class<? extends Record> type, String path) {
    List<NumberPath> numbers = NumberPath.of(type);
    for (NumberPath number : numbers) {
      if (number.path().equals(path.strip())) {
        return bounded(type, number);
      }
    }
    throw new UnusableInput(
        path
            + " is not a number of a device; "
            + NearestNames.suggestion(path, numbers.stream().map(NumberPath::path).toList()));
  }

  private static Setting bounded(Class<? extends Record> type, NumberPath number) {
    Class<?> at = type;
    RecordPart part = RecordPart.whole(type);
    for (String name : number.components()) {
      part =
          RecordPart.of(at).stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
      at = NumberPath.content(part.type()) instanceof Class<?> inner ? inner : Object.class;
    }
    return new Setting(number, part.min(), part.max());
  }

  /** Where it stands. */
  public String path() {
    return number.path();
  }

  /** What it measures. */
  public Dimension unit() {
    return number.dimension();
  }

  /**
   * The value in a record.
   *
   * @throws UnusableInput when it, or a part on the way to it, is absent
   */
  public double value(Record record) {
    return number
        .in(record)
        .orElseThrow(
            () -> new UnusableInput(path() + " has no value in this device; give it one first"));
  }
}
