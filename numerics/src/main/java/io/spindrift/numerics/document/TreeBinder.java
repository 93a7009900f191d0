package io.spindrift.numerics.document;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Quantity;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk through a tree: reads values, collects problems and provenance. Null means refused. */
final class TreeBinder {
  private static final Set<String> WRAPPING = Set.of("value", "unit", "source", "note", "kind");

  private final List<Problem> problems = new ArrayList<>();
  private final List<Provenance> provenance = new ArrayList<>();

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  List<Provenance> provenance() {
    return List.copyOf(provenance);
  }

  /** Reads {@code given} as {@code type}, or tells the problem and gives null. */
  @Nullable Object read(Type type, RecordPart part, Object given, String path) {
    try {
      if (type instanceof ParameterizedType generic) {
        Type inner = generic.getActualTypeArguments()[0];
        if (generic.getRawType() == Optional.class) {
          Object content = read(inner, part, given, path);
          return content == null ? null : Optional.of(content);
        }
        if (generic.getRawType() == List.class) {
          return readList(inner, part, unwrap(given, path), path);
        }
      }
      if (type instanceof Class<?> plain) {
        if (plain.isRecord()) {
          return readRecord(plain, group(given), path, Kinds.isChosen(plain));
        }
        if (plain.isInterface() && plain.isSealed()) {
          return readChosen(plain, given, path);
        }
        return ScalarReader.read(plain, unwrap(given, path), part);
      }
    } catch (Refusal refusal) {
      tell(path, refusal.sentence(path));
      return null;
    }
    throw new IllegalStateException("no document can hold a " + type);
  }

  private @Nullable Object readChosen(Class<?> sealed, Object given, String path) {
    Map<String, Class<?>> kinds = Kinds.of(sealed);
    Map<String, Object> tree = given instanceof String word ? Map.of("kind", word) : group(given);
    String at = join(path, "kind");
    Object kind = tree.get("kind");
    Class<?> chosen = kind == null ? null : kinds.get(kind.toString());
    if (chosen == null) {
      String known = "one of " + String.join(", ", kinds.keySet());
      tell(
          at,
          kind == null
              ? at + " is missing; give " + known
              : at
                  + " must be "
                  + NearestNames.oneOf(kind.toString(), kinds.keySet())
                  + ", but was "
                  + ScalarReader.shown(kind));
      return null;
    }
    return readRecord(chosen, tree, path, true);
  }

  private @Nullable Object readRecord(
      Class<?> type, Map<String, Object> tree, String path, boolean chosen) {
    List<RecordPart> parts = RecordPart.of(type);
    int before = problems.size();
    tellUnknown(type, parts, tree, path, chosen);
    @Nullable Object[] values = new @Nullable Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = component(parts.get(i), tree, path);
    }
    return problems.size() > before ? null : construct(type, parts, values, path);
  }

  private @Nullable Object component(RecordPart part, Map<String, Object> tree, String path) {
    String at = join(path, part.key());
    Object given = tree.get(part.key());
    if (given == null) {
      given = tree.get(part.name());
    } else if (!part.key().equals(part.name()) && tree.containsKey(part.name())) {
      tell(at, at + " is given twice, as " + part.key() + " and as " + part.name());
      return null;
    }
    if (given != null) {
      return read(part.type(), part, given, at);
    }
    if (!part.defaultValue().isEmpty()) {
      return read(part.type(), part, YamlTree.fragment(part.defaultValue()), at);
    }
    if (part.optional()) {
      return part.type() instanceof ParameterizedType ? Optional.empty() : null;
    }
    if (part.type() instanceof Class<?> nested && nested.isRecord()) {
      return read(nested, part, Map.of(), at);
    }
    String says = part.says().isEmpty() ? part.unit().words() : part.says();
    String example = part.unit().siSymbol().isEmpty() ? "" : ", such as " + part.unit().example();
    tell(at, at + " is missing" + (says.isEmpty() ? "" : "; give " + lowered(says)) + example);
    return null;
  }

  private @Nullable Object readList(Type inner, RecordPart part, Object given, String path) {
    if (given instanceof String text && inner == Double.class) {
      return numbers(text, part);
    }
    List<?> items =
        switch (given) {
          case List<?> list -> list;
          case String text when inner == Integer.class || inner == Long.class ->
              List.of((Object[]) text.split(",", -1));
          case Map<?, ?> map -> throw new Refusal(" must be a list, but was a group of settings");
          default -> List.of(given);
        };
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Object item = items.get(i);
      String at = join(path, Integer.toString(i));
      if (item == null) {
        tell(at, at + " is empty; give a value or remove it");
        continue;
      }
      Object value = read(inner, part, item, at);
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == items.size() ? List.copyOf(values) : null;
  }

  private static List<Double> numbers(String text, RecordPart part) {
    try {
      double[] values = Quantity.parseList(text, part.unit());
      for (double value : values) {
        ScalarReader.checkBounds(value, part);
      }
      return Arrays.stream(values).boxed().toList();
    } catch (UnusableInput unreadable) {
      throw new Refusal(": " + unreadable.getMessage());
    }
  }

  private Object unwrap(Object given, String path) {
    if (!(given instanceof Map<?, ?> map) || !map.containsKey("value")) {
      return given;
    }
    for (Object key : map.keySet()) {
      if (!WRAPPING.contains(key.toString())) {
        String at = join(path, key.toString());
        tell(at, at + " is not known; beside a value stand unit, source, note and kind");
      }
    }
    String source = said(map.get("source"));
    String kind = said(map.get("kind"));
    String note = said(map.get("note"));
    String remark = kind.isEmpty() || note.isEmpty() ? kind + note : kind + ": " + note;
    provenance.add(new Provenance(path, source, remark));
    Object value = map.get("value");
    if (value == null) {
      throw new Refusal(".value is empty; give a value");
    }
    String unit = said(map.get("unit"));
    return unit.isEmpty() ? value : value + " " + unit;
  }

  private static String said(@Nullable Object text) {
    return text == null ? "" : text.toString();
  }

  private static Map<String, Object> group(Object given) {
    if (!(given instanceof Map<?, ?> map)) {
      throw new Refusal(" must be a group of settings, but was " + ScalarReader.shown(given));
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    map.forEach((key, value) -> tree.put(String.valueOf(key), value));
    return tree;
  }

  private void tellUnknown(
      Class<?> type,
      List<RecordPart> parts,
      Map<String, Object> tree,
      String path,
      boolean chosen) {
    Set<String> accepted = new HashSet<>();
    List<String> keys = new ArrayList<>();
    for (RecordPart part : parts) {
      accepted.add(part.key());
      accepted.add(part.name());
      keys.add(part.key());
    }
    for (Map.Entry<String, Object> entry : tree.entrySet()) {
      String key = entry.getKey();
      boolean ownKind = chosen && key.equals("kind") && Kinds.word(type).equals(entry.getValue());
      if (!accepted.contains(key) && !ownKind) {
        String at = join(path, ScalarReader.shown(key).replaceAll("^\"|\"$", ""));
        tell(at, at + " is not a known setting; " + NearestNames.suggestion(key, keys));
      }
    }
  }

  private @Nullable Object construct(
      Class<?> type, List<RecordPart> parts, @Nullable Object[] values, String path) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException thrown) {
      switch (thrown.getCause()) {
        case IllegalArgumentException broken -> tellBroken(broken, parts, path);
        case UnusableInput broken -> tellBroken(broken, parts, path);
        case RuntimeException bug -> throw bug;
        case null, default -> throw new IllegalStateException(thrown);
      }
      return null;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void tellBroken(RuntimeException broken, List<RecordPart> parts, String path) {
    String message = String.valueOf(broken.getMessage());
    for (RecordPart part : parts) {
      if (message.startsWith(part.name() + " ")) {
        String at = join(path, part.key());
        tell(at, at + message.substring(part.name().length()));
        return;
      }
    }
    tell(path, path.isEmpty() ? message : path + ": " + message);
  }

  private void tell(String path, String sentence) {
    problems.add(new Problem(path, sentence));
  }

  private static String lowered(String says) {
    String text = says.endsWith(".") ? says.substring(0, says.length() - 1) : says;
    boolean acronym = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return acronym ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
