package io.spindrift.cli.command;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.NearestNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file of a feature network that is given by name or by path.
 *
 * <p>A name such as {@code lenet-mnist} is looked up as {@code lenet-mnist.safetensors} in the
 * folder of the environment variable {@value #FOLDER_VARIABLE} and in every folder {@code
 * feature-nets} in, beside or above the image data.
 *
 * @param name reported name
 * @param file the safetensors file
 */
record FeatureNetworkFile(String name, Path file) {
  /** The environment variable that names a folder of feature networks. */
  static final String FOLDER_VARIABLE = "SPINDRIFT_FEATURE_NETS";

  private static final String SUFFIX = ".safetensors";
  private static final String FOLDER = "feature-nets";

  /** Finds a network, looking around the given data folders. */
  static FeatureNetworkFile find(String given, List<Path> data) {
    return find(given, data, System.getenv(FOLDER_VARIABLE));
  }

  static FeatureNetworkFile find(String given, List<Path> data, @Nullable String folder) {
    Path path = Path.of(given);
    if (given.endsWith(SUFFIX) || path.getNameCount() > 1 || Files.isRegularFile(path)) {
      if (!Files.isRegularFile(path)) {
        throw new UnusableInput(
            "--extractor must name a feature network or its file, but there is no file " + given);
      }
      return new FeatureNetworkFile(path.getFileName().toString().replace(SUFFIX, ""), path);
    }
    List<Path> folders = folders(data, folder);
    for (Path candidate : folders) {
      Path file = candidate.resolve(given + SUFFIX);
      if (Files.isRegularFile(file)) {
        return new FeatureNetworkFile(given, file);
      }
    }
    throw new UnusableInput(refusal(given, folders));
  }

  private static List<Path> folders(List<Path> data, @Nullable String named) {
    Set<Path> folders = new LinkedHashSet<>();
    if (named != null && !named.isBlank()) {
      folders.add(Path.of(named));
    }
    for (Path start : data) {
      for (@Nullable Path at = start.toAbsolutePath().normalize();
          at != null;
          at = at.getParent()) {
        folders.add(at.resolve(FOLDER));
      }
    }
    return folders.stream().filter(Files::isDirectory).toList();
  }

  /** The sentence that asks for a network where none was given. */
  static UnusableInput missing(List<Path> data) {
    List<String> known = known(folders(data, System.getenv(FOLDER_VARIABLE)));
    return new UnusableInput(
        "--extractor must name a feature network, for only distances by one network compare: give "
            + (known.isEmpty() ? "" : String.join(", ", known) + " or ")
            + "a safetensors file");
  }

  private static List<String> known(List<Path> folders) {
    List<String> known = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(f -> f.getFileName().toString())
            .filter(f -> f.endsWith(SUFFIX))
            .map(f -> f.substring(0, f.length() - SUFFIX.length()))
            .sorted()
            .forEach(known::add);
      } catch (IOException unreadable) {
        continue;
      }
    }
    return known;
  }

  private static String refusal(String given, List<Path> folders) {
    List<String> known = known(folders);
    if (known.isEmpty()) {
      return "--extractor "
          + given
          + " must be a file, or a name in a folder feature-nets beside the data or in "
          + FOLDER_VARIABLE
          + ", but no such folder holds any network";
    }
    List<String> nearest = NearestNames.nearest(given, known);
    return "--extractor must be a file or one of "
        + String.join(", ", known)
        + ", but was "
        + given
        + (nearest.isEmpty() ? "" : "; did you mean " + nearest.getFirst());
  }
}
