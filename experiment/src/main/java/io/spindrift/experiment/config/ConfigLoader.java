package io.spindrift.experiment.config;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.Document;
import io.spindrift.numerics.document.DocumentBinder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a configuration: the embedded default, then the size, then the user's file, then single
 * settings, each laid over the one before.
 */
public final class ConfigLoader {
  private static final Set<String> KEYS =
      Arrays.stream(SpindriftConfig.class.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> PLAIN = Set.of("device", "images.set", "metric.extractor");

  /**
   * Loads a configuration.
   *
   * @param file the user's file, if any
   * @param size how much to compute
   * @param sets settings as {@code path=value}; a path whose first word is no key of the
   *     configuration is a value of the device
   * @throws UnusableInput with every problem, each with its path
   */
  public static SpindriftConfig load(Optional<Path> file, Size size, List<String> sets) {
    Map<String, Object> tree = embedded(Size.DEFAULT);
    if (size != Size.DEFAULT) {
      tree = overlaid(tree, embedded(size));
    }
    if (file.isPresent()) {
      tree = overlaid(tree, Document.readYaml(file.get()));
    }
    for (String set : sets) {
      tree = patched(tree, set);
    }
    String origin = file.map(Path::toString).orElse("configuration");
    return DocumentBinder.bind(SpindriftConfig.class, tree, origin);
  }

  /**
   * Reads a resolved configuration, as it stands in a run directory.
   *
   * @throws UnusableInput when it has problems
   */
  public static SpindriftConfig resolved(Path file) {
    return DocumentBinder.bind(SpindriftConfig.class, Document.readYaml(file), file.toString());
  }

  /**
   * Reads a resolved configuration that a checkpoint carries, and lays single settings over it.
   *
   * @param origin where the text was found
   * @throws UnusableInput when it has problems
   */
  public static SpindriftConfig carried(String yaml, String origin, List<String> sets) {
    Map<String, Object> tree = Document.readYaml(yaml, origin);
    for (String set : sets) {
      tree = patched(tree, set);
    }
    return DocumentBinder.bind(SpindriftConfig.class, tree, origin);
  }

  /**
   * The configuration as YAML that {@link #resolved} reads back.
   *
   * @throws UnusableInput when a device written out makes it larger than a document may be
   */
  public static String write(SpindriftConfig config) {
    String yaml = Document.writeYaml(config);
    if (yaml.length() > Document.LARGEST_CHARACTERS) {
      throw new UnusableInput(
          "the tables of the device must fit into the %d KiB of a configuration, but %s makes it %d"
                  .formatted(
                      Document.LARGEST_CHARACTERS >> 10, config.device(), yaml.length() >> 10)
              + " KiB; fewer rows would be accepted");
    }
    return yaml;
  }

  private static Map<String, Object> patched(Map<String, Object> before, String set) {
    Map<String, Object> tree = new LinkedHashMap<>(before);
    int equals = set.indexOf('=');
    if (equals < 1) {
      throw new UnusableInput(
          "--set must be path=value, such as training.steps=500 or freeLayer.thickness=1.2nm, but"
              + " was "
              + set);
    }
    String path = set.substring(0, equals).strip();
    String value = set.substring(equals + 1).strip();
    if (path.equals("device")) {
      tree.remove("deviceInFull");
    }
    if (PLAIN.contains(path)) {
      return Document.patch(tree, path, "'" + value.replace("'", "''") + "'");
    }
    return KEYS.contains(path.split("\\.", 2)[0])
        ? Document.patch(tree, path, value)
        : withDeviceValue(tree, path + "=" + value);
  }

  private static Map<String, Object> withDeviceValue(Map<String, Object> tree, String set) {
    List<Object> overrides = new ArrayList<>();
    if (tree.get("deviceOverrides") instanceof List<?> earlier) {
      overrides.addAll(earlier);
    }
    overrides.add(set);
    Map<String, Object> more = new LinkedHashMap<>(tree);
    more.put("deviceOverrides", List.copyOf(overrides));
    return more;
  }

  /** The tree {@code above} laid over {@code below}: groups are merged, values replaced. */
  private static Map<String, Object> overlaid(
      Map<String, Object> below, Map<String, Object> above) {
    Map<String, Object> merged = new LinkedHashMap<>(below);
    above.forEach((key, value) ->
        merged.put(
            key,
            below.get(key) instanceof Map<?, ?> group && value instanceof Map<?, ?> over
                ? overlaid(named(group), named(over))
                : value));
    return merged;
  }

  private static Map<String, Object> named(Map<?, ?> group) {
    Map<String, Object> named = new LinkedHashMap<>();
    group.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }

  private static Map<String, Object> embedded(Size size) {
    String name = size.word() + ".yaml";
    try (InputStream in = ConfigLoader.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return Document.readYaml(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ConfigLoader() {}
}
