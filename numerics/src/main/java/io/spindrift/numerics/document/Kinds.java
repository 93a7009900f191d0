package io.spindrift.numerics.document;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words by which YAML names enum constants and the records of a sealed interface. */
final class Kinds {
  /** The records that a sealed interface permits, by their word, in order of declaration. */
  static Map<String, Class<?>> of(Class<?> sealed) {
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        kinds.putAll(of(permitted));
      } else if (permitted.isRecord()) {
        kinds.put(word(permitted), permitted);
      }
    }
    return kinds;
  }

  /** The word of a record: its {@link Kind}, or its simple name in kebab-case. */
  static String word(Class<?> record) {
    Kind kind = record.getAnnotation(Kind.class);
    return kind == null ? kebab(record.getSimpleName()) : kind.value();
  }

  /** Whether a record is one of the records of a sealed interface. */
  static boolean isChosen(Class<?> record) {
    for (Class<?> parent : record.getInterfaces()) {
      if (parent.isSealed()) {
        return true;
      }
    }
    return false;
  }

  /** The word of an enum constant: its name in kebab-case. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String kebab(String camel) {
    return camel
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  private Kinds() {}
}
