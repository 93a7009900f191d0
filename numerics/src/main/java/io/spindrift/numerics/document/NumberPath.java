package io.spindrift.numerics.document;

import io.spindrift.numerics.quantity.Dimension;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One real number inside nested records, by the path under which a document gives it.
 *
 * @param path keys joined by dots, such as {@code freeLayer.thickness}
 * @param dimension what the number measures
 * @param components names of the record components on the way
 */
public record NumberPath(String path, Dimension dimension, List<String> components) {
  /** Copies the names. */
  public NumberPath {
    components = List.copyOf(components);
  }

  /** Every real number in a record type and in the records it holds; lists are not entered. */
  public static List<NumberPath> of(Class<? extends Record> type) {
    List<NumberPath> paths = new ArrayList<>();
    collect(type, "", List.of(), paths);
    return List.copyOf(paths);
  }

  /** The number in a record; empty when it, or a record on the way to it, is absent. */
  public OptionalDouble in(Record root) {
    Object held = root;
    for (String name : components) {
      held = RecordTree.component((Record) held, name);
      if (held instanceof Optional<?> optional) {
        held = optional.orElse(null);
      }
      if (held == null) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of((Double) held);
  }

  private static void collect(
      Class<?> type, String prefix, List<String> names, List<NumberPath> paths) {
    for (RecordPart part : RecordPart.of(type)) {
      List<String> way = new ArrayList<>(names);
      way.add(part.name());
      Type content = content(part.type());
      if (content == double.class || content == Double.class) {
        paths.add(new NumberPath(prefix + part.key(), part.unit(), way));
      } else if (content instanceof Class<?> nested && nested.isRecord()) {
        collect(nested, prefix + part.key() + ".", way, paths);
      }
    }
  }

  static Type content(Type type) {
    return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
        ? generic.getActualTypeArguments()[0]
        : type;
  }
}
