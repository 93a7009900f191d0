package io.spindrift.numerics.document;

import io.spindrift.numerics.quantity.Dimension;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record as a document sees it.
 *
 * @param name name in Java
 * @param key name in YAML: the Java name without the unit that ends it
 * @param type declared type
 * @param optional whether it may be absent without a default
 */
record RecordPart(
    String name,
    String key,
    Type type,
    boolean optional,
    String says,
    Dimension unit,
    String defaultValue,
    double min,
    boolean minExclusive,
    double max) {

  /** The components of a record in order. */
  static List<RecordPart> of(Class<?> type) {
    List<String> names = new ArrayList<>();
    List<RecordPart> parts = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      names.add(component.getName());
    }
    for (RecordComponent component : type.getRecordComponents()) {
      parts.add(of(component, names));
    }
    return List.copyOf(parts);
  }

  /** A part that stands for a whole document. */
  static RecordPart whole(Type type) {
    return undeclared("", type, false);
  }

  /** This declaration with another type: the element of a list, the content of an Optional. */
  RecordPart withType(Type inner) {
    return new RecordPart(
        name, key, inner, optional, says, unit, defaultValue, min, minExclusive, max);
  }

  private static RecordPart of(RecordComponent component, List<String> names) {
    String name = component.getName();
    boolean optional =
        component.getType() == Optional.class
            || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Declared declared = component.getAnnotation(Declared.class);
    if (declared == null) {
      return undeclared(name, component.getGenericType(), optional);
    }
    return new RecordPart(
        name,
        key(name, declared.unit(), names),
        component.getGenericType(),
        optional,
        declared.says(),
        declared.unit(),
        declared.defaultValue(),
        declared.min(),
        declared.minExclusive(),
        declared.max());
  }

  private static RecordPart undeclared(String name, Type type, boolean optional) {
    double infinity = Double.POSITIVE_INFINITY;
    return new RecordPart(
        name, name, type, optional, "", Dimension.NONE, "", -infinity, false, infinity);
  }

  private static String key(String name, Dimension unit, List<String> names) {
    String ending = unit.nameEnding();
    if (ending.isEmpty() || !name.endsWith(ending) || name.length() == ending.length()) {
      return name;
    }
    String stem = name.substring(0, name.length() - ending.length());
    return names.contains(stem) ? name : stem;
  }
}
