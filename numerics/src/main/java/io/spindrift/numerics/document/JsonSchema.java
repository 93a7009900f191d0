package io.spindrift.numerics.document;

import io.spindrift.numerics.quantity.Dimension;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON Schema (draft 2020-12) of the documents that bind to a record, from its declarations. */
public final class JsonSchema {
  /** The schema of {@code type} as a tree. */
  public static Map<String, Object> of(Class<? extends Record> type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", type.getSimpleName());
    schema.putAll(group(type, false));
    return schema;
  }

  private static Map<String, Object> group(Class<?> type, boolean chosen) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    if (Kinds.isChosen(type)) {
      properties.put("kind", Map.of("const", Kinds.word(type)));
    }
    if (chosen) {
      required.add("kind");
    }
    for (RecordPart part : RecordPart.of(type)) {
      properties.put(part.key(), described(part));
      boolean nested = part.type() instanceof Class<?> plain && plain.isRecord();
      if (part.defaultValue().isEmpty() && !part.optional() && !nested) {
        required.add(part.key());
      }
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private static Map<String, Object> described(RecordPart part) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (!part.says().isEmpty()) {
      schema.put("description", part.says());
    }
    schema.putAll(schema(part.type(), part));
    if (!part.defaultValue().isEmpty()) {
      schema.put("default", YamlTree.fragment(part.defaultValue()));
    }
    return schema;
  }

  private static Map<String, Object> schema(Type type, RecordPart part) {
    if (type instanceof ParameterizedType generic) {
      Map<String, Object> inner = schema(generic.getActualTypeArguments()[0], part);
      return generic.getRawType() == Optional.class
          ? inner
          : Map.of("type", "array", "items", inner);
    }
    if (type instanceof Class<?> plain) {
      if (plain.isRecord()) {
        return group(plain, false);
      }
      if (plain.isInterface() && plain.isSealed()) {
        List<Map<String, Object>> choices = new ArrayList<>();
        Kinds.of(plain).values().forEach(chosen -> choices.add(group(chosen, true)));
        return Map.of("oneOf", choices);
      }
      if (plain.isEnum()) {
        List<String> words = new ArrayList<>();
        for (Object constant : plain.getEnumConstants()) {
          words.add(Kinds.word((Enum<?>) constant));
        }
        return Map.of("enum", words);
      }
      return scalar(plain, part);
    }
    throw new IllegalStateException("no document can hold a " + type);
  }

  private static Map<String, Object> scalar(Class<?> type, RecordPart part) {
    Map<String, Object> schema = new LinkedHashMap<>();
    boolean whole = type == int.class || type == long.class || Number.class.isAssignableFrom(type);
    if (type == boolean.class || type == Boolean.class) {
      schema.put("type", "boolean");
    } else if (type == double.class || type == Double.class) {
      schema.put("type", part.unit() == Dimension.NONE ? "number" : List.of("number", "string"));
    } else {
      schema.put("type", whole ? List.of("integer", "string") : "string");
    }
    if (part.unit() != Dimension.NONE) {
      schema.put("x-unit", part.unit().siSymbol());
      schema.put("examples", List.of(part.unit().example()));
    }
    if (Double.isFinite(part.min())) {
      schema.put(part.minExclusive() ? "exclusiveMinimum" : "minimum", part.min());
    }
    if (Double.isFinite(part.max())) {
      schema.put("maximum", part.max());
    }
    return schema;
  }

  private JsonSchema() {}
}
