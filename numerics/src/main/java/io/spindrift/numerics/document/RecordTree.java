package io.spindrift.numerics.document;

import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns records back into the tree from which they can be bound, quantities with their units. */
final class RecordTree {
  /** The tree of a record or a map. */
  static Object of(Object recordOrMap) {
    Object tree = plain(recordOrMap, RecordPart.whole(recordOrMap.getClass()));
    if (!(tree instanceof Map)) {
      throw new IllegalArgumentException("a document is a record or a map, but was " + recordOrMap);
    }
    return tree;
  }

  private static @Nullable Object plain(@Nullable Object value, RecordPart part) {
    return switch (value) {
      case null -> null;
      case Optional<?> optional -> plain(optional.orElse(null), part);
      case Record record -> group(record);
      case Map<?, ?> map -> group(map, part);
      case List<?> list -> list(list, part);
      case Enum<?> constant -> Kinds.word(constant);
      case Double number when part.unit() != Dimension.NONE ->
          Quantity.printExactly(number, part.unit());
      case Path path -> path.toString();
      default -> value;
    };
  }

  private static Map<String, Object> group(Record record) {
    Map<String, Object> tree = new LinkedHashMap<>();
    Class<?> type = record.getClass();
    if (Kinds.isChosen(type)) {
      tree.put("kind", Kinds.word(type));
    }
    for (RecordPart part : RecordPart.of(type)) {
      Object value = plain(component(record, part.name()), part);
      if (value != null) {
        tree.put(part.key(), value);
      }
    }
    return tree;
  }

  private static Map<String, Object> group(Map<?, ?> map, RecordPart part) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object value = plain(entry.getValue(), part);
      if (value != null) {
        tree.put(String.valueOf(entry.getKey()), value);
      }
    }
    return tree;
  }

  private static List<Object> list(List<?> list, RecordPart part) {
    List<Object> items = new ArrayList<>();
    for (Object item : list) {
      Object value = plain(item, part);
      if (value != null) {
        items.add(value);
      }
    }
    return items;
  }

  /** The value of one component of a record. */
  static @Nullable Object component(Record record, String name) {
    try {
      Method accessor = record.getClass().getDeclaredMethod(name);
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private RecordTree() {}
}
