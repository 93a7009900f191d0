package io.spindrift.numerics.document;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.FileTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** YAML documents: read safely into a tree, patched by path, written from a tree or a record. */
public final class Document {
  /** Length of the longest document that is read, in characters. */
  public static final int LARGEST_CHARACTERS = YamlTree.LONGEST_TEXT;

  private static final int DEEPEST_PATH = 20;
  private static final YAMLMapper WRITER =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
              .disable(YAMLWriteFeature.SPLIT_LINES)
              .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
              .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
              .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  /**
   * Reads a YAML file whose root is a map.
   *
   * @throws UnusableInput when it cannot be read, with the file named
   */
  public static Map<String, Object> readYaml(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new UnusableInput(file + " is a folder; give a YAML file");
      }
      byte[] bytes;
      try (var in = Files.newInputStream(file)) {
        bytes = in.readNBytes(YamlTree.LONGEST_TEXT + 1);
      }
      if (bytes.length > YamlTree.LONGEST_TEXT) {
        throw new UnusableInput(file + " is larger than 1 MiB; give a YAML file of settings");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return readYaml(text, file.toString());
    } catch (CharacterCodingException e) {
      throw new UnusableInput(file + " is not UTF-8 text; give a YAML file", e);
    } catch (NoSuchFileException e) {
      throw new UnusableInput(file + " does not exist; give a YAML file", e);
    } catch (IOException e) {
      throw new UnusableInput(
          file + " cannot be read (" + FileTrouble.reason(e) + "); give a YAML file", e);
    }
  }

  /**
   * Reads YAML text whose root is a map; empty text is an empty map.
   *
   * @param origin what the text is, for messages
   * @throws UnusableInput when it is no such document
   */
  public static Map<String, Object> readYaml(String text, String origin) {
    return YamlTree.document(text, origin);
  }

  /**
   * The tree with one value replaced or added; the given tree is left as it is.
   *
   * @param path keys joined by dots, a number for an element of a list: {@code freeLayer.thickness}
   * @param valueText the value as it would stand in YAML
   * @throws UnusableInput when the path leads through a value that is no group
   */
  public static Map<String, Object> patch(Map<String, Object> tree, String path, String valueText) {
    String[] keys = path.strip().split("\\.", -1);
    for (String key : keys) {
      if (key.isBlank() || keys.length > DEEPEST_PATH) {
        throw new UnusableInput(
            ScalarReader.shown(path) + " is not a path; give one such as freeLayer.thickness");
      }
    }
    Map<String, Object> patched = new LinkedHashMap<>(tree);
    patched.put(keys[0], patchedValue(tree.get(keys[0]), keys, 1, YamlTree.fragment(valueText)));
    return patched;
  }

  /** The tree of a record, quantities with their units, which binds to an equal record again. */
  public static Map<String, Object> tree(Record record) {
    return YamlTree.document(writeYaml(record), record.getClass().getSimpleName());
  }

  /** Writes a map, or a record with its units, as YAML that can be bound again. */
  public static String writeYaml(Object recordOrMap) {
    return WRITER.writeValueAsString(RecordTree.of(recordOrMap));
  }

  private static Object patchedValue(@Nullable Object old, String[] keys, int depth, Object value) {
    if (depth == keys.length) {
      return value;
    }
    String key = keys[depth];
    return switch (old) {
      case null -> {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put(key, patchedValue(null, keys, depth + 1, value));
        yield group;
      }
      case Map<?, ?> map -> {
        Map<String, Object> group = new LinkedHashMap<>();
        map.forEach((name, held) -> group.put(String.valueOf(name), held));
        group.put(key, patchedValue(group.get(key), keys, depth + 1, value));
        yield group;
      }
      case List<?> list -> {
        List<Object> items = new ArrayList<>(list);
        int index = key.matches("\\d{1,6}") ? Integer.parseInt(key) : items.size();
        if (index >= items.size()) {
          throw new UnusableInput(
              String.join(".", keys)
                  + " names no element of a list of "
                  + items.size()
                  + "; give a number from 0");
        }
        items.set(index, patchedValue(items.get(index), keys, depth + 1, value));
        yield items;
      }
      default ->
          throw new UnusableInput(
              "%s is %s, not a group of settings, so %s cannot be set in it"
                  .formatted(
                      String.join(".", List.of(keys).subList(0, depth)),
                      ScalarReader.shown(old),
                      key));
    };
  }

  private Document() {}
}
