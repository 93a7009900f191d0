package io.spindrift.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.StoredImageSet;
import io.spindrift.experiment.stage.DeviceChoice;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The configurations in the folder examples. */
class ExamplesTest {
  private static final Path FOLDER =
      Path.of(Objects.requireNonNull(System.getProperty("spindrift.root"), "spindrift.root"))
          .resolve("examples");

  static List<String> examples() throws IOException {
    try (Stream<Path> content = Files.list(FOLDER)) {
      return content
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  private static SpindriftConfig load(String name) {
    return ConfigLoader.load(Optional.of(FOLDER.resolve(name)), Size.DEFAULT, List.of());
  }

  private static Images images(ImageShape shape) {
    byte[] pixels = new byte[4 * shape.size()];
    pixels[0] = 100;
    StoredImageSet set = new StoredImageSet("grey", shape, pixels, new byte[] {0, 1, 2, 9});
    return new Images(set, set, "grey");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleResolvesToADeviceAndARecipe(String name) {
    SpindriftConfig config = load(name);
    assertThat(DeviceChoice.of(config).spec()).isNotNull();
    ImageShape shape =
        name.startsWith("cifar") ? new ImageShape(3, 32, 32) : new ImageShape(1, 28, 28);
    Recipe recipe = Recipe.of(config, images(shape));
    assertThat(recipe.imageShape()).isEqualTo(shape);
    assertThat(recipe.bits().isPresent()).isEqualTo(name.contains("bits"));
    assertThat(recipe.denoiser().classes()).isEqualTo(10);
    assertThat(config.images().set()).matches("strokes|data/[a-z0-9-]+");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theReadMeNamesEveryExample(String name) throws IOException {
    assertThat(Files.readString(FOLDER.resolve("README.md"))).contains("`" + name + "`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"strokes", "mnist", "fashion-mnist"})
  void theTwoSizesAreThoseOfTheProgram(String name) {
    String set = name.equals("strokes") ? name : "data/" + name;
    List<String> images = List.of("images.set=" + set);
    assertThat(load(name + ".yaml"))
        .isEqualTo(ConfigLoader.load(Optional.empty(), Size.DEFAULT, images));
    assertThat(load(name + "-hour.yaml"))
        .isEqualTo(ConfigLoader.load(Optional.empty(), Size.FULL, images));
  }

  @Test
  void aConfigurationCarriedByACheckpointIsTheSameAgain() {
    SpindriftConfig config = load("shipped.yaml");
    Recipe recipe = Recipe.of(config, images(new ImageShape(1, 28, 28)));
    SpindriftConfig written = recipe.writtenInto(config);
    SpindriftConfig read = ConfigLoader.carried(ConfigLoader.write(written), "test", List.of());
    assertThat(read).isEqualTo(written);
    Recipe again = Recipe.of(read, recipe.denoiser());
    assertThat(again.objective().pixels()).isEqualTo(recipe.objective().pixels());
    assertThat(again.objective().pixels().scale()).isLessThan(0.5);
    assertThat(again.sampler()).isEqualTo(recipe.sampler());
    assertThat(ConfigLoader.carried(ConfigLoader.write(written), "test", List.of("seed=9")).seed())
        .isEqualTo(9);
  }
}
