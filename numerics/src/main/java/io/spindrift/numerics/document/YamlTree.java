package io.spindrift.numerics.document;

import io.spindrift.numerics.UnusableInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

/**
 * Reads YAML token by token into maps, lists and scalars.
 *
 * <p>No tag is obeyed and no alias followed; depth, size and doubled keys are limited before
 * anything is built from them.
 */
final class YamlTree {
  static final int LONGEST_TEXT = 1 << 20;
  private static final int DEEPEST = 40;

  private static final YAMLMapper MAPPER =
      new YAMLMapper(
          YAMLFactory.builder()
              .loadSettings(LoadSettings.builder().setCodePointLimit(LONGEST_TEXT).build())
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST + 2).build())
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .disable(YAMLReadFeature.EMPTY_STRING_AS_NULL)
              .build());

  /** Reads one document whose root is a map; an empty one is an empty map. */
  static Map<String, Object> document(String text, String origin) {
    if (text.length() > LONGEST_TEXT) {
      throw refusal(origin, "is larger than 1 MiB", null);
    }
    Object root = read(text, origin);
    if (root == null) {
      return new LinkedHashMap<>();
    }
    if (!(root instanceof Map<?, ?> map)) {
      throw refusal(origin, "holds " + ScalarReader.shown(root), null);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    map.forEach((key, value) -> tree.put(String.valueOf(key), value));
    return tree;
  }

  /** Reads a value as it may stand behind a key; text that is no YAML is taken as it is. */
  static Object fragment(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw refusal("a value", "is larger than 1 MiB", null);
    }
    try {
      Object value = read(text, "value");
      return value == null ? text : value;
    } catch (UnusableInput notYaml) {
      return text;
    }
  }

  private static @Nullable Object read(String text, String origin) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      JsonToken first = parser.nextToken();
      Object root = first == null ? null : value(parser, origin, 0);
      if (first != null && parser.nextToken() != null) {
        throw refusal(origin, "holds more than one document", null);
      }
      return root;
    } catch (JacksonException unreadable) {
      throw refusal(origin, "cannot be read" + where(unreadable), unreadable);
    }
  }

  private static @Nullable Object value(JsonParser parser, String origin, int depth) {
    if (depth > DEEPEST) {
      throw refusal(origin, "is nested more than " + DEEPEST + " levels deep", null);
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw refusal(origin, "uses an alias (*name), which is not allowed", null);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(parser, origin, depth);
      case START_ARRAY -> list(parser, origin, depth);
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getString();
    };
  }

  private static Map<String, Object> map(JsonParser parser, String origin, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      Object value = value(parser, origin, depth + 1);
      if (value != null) {
        map.put(key, value);
      }
    }
    return map;
  }

  private static List<Object> list(JsonParser parser, String origin, int depth) {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object value = value(parser, origin, depth + 1);
      list.add(value == null ? "" : value);
    }
    return list;
  }

  private static String where(JacksonException failure) {
    String reason = failure.getOriginalMessage().lines().findFirst().orElse("");
    String cut = reason.length() > 160 ? reason.substring(0, 160) + "..." : reason;
    int line = failure.getLocation() == null ? -1 : failure.getLocation().getLineNr();
    String place = line < 1 ? "" : " at line " + line;
    return place + " (" + cut.replaceAll("\\p{Cntrl}", "?").strip() + ")";
  }

  private static UnusableInput refusal(String origin, String verdict, @Nullable Exception cause) {
    String sentence =
        origin + " " + verdict + "; give a YAML document of settings such as \"seed: 1\"";
    return cause == null ? new UnusableInput(sentence) : new UnusableInput(sentence, cause);
  }

  private YamlTree() {}
}
