package io.spindrift.experiment.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigLoaderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Size.class)
  void everySizeLoadsAndReadsBackAsItWasWritten(Size size) throws IOException {
    SpindriftConfig config = ConfigLoader.load(Optional.empty(), size, List.of());
    Path file = folder.resolve("config.yaml");
    Files.writeString(file, ConfigLoader.write(config));
    assertThat(ConfigLoader.resolved(file)).isEqualTo(config);
  }

  @Test
  void aLargerSizeComputesMore() {
    int quick = load().training().steps();
    int whole = ConfigLoader.load(Optional.empty(), Size.FULL, List.of()).training().steps();
    assertThat(whole).isGreaterThan(quick);
  }

  @Test
  void aFileIsLaidOverTheSizeAndSettingsOverTheFile() throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, "training: {steps: 33}\nseed: 5\n");
    SpindriftConfig config =
        ConfigLoader.load(Optional.of(file), Size.QUICK, List.of("seed=6", "curve.step=2ps"));
    assertThat(config.training().steps()).isEqualTo(33);
    assertThat(config.seed()).isEqualTo(6);
    assertThat(config.curve().stepSeconds()).isEqualTo(2e-12);
    assertThat(config.training().batch()).isEqualTo(load().training().batch());
  }

  @Test
  void aPathThatIsNoKeyOfTheConfigurationIsAValueOfTheDevice() {
    assertThat(load("freeLayer.thickness=1.2nm", "operation.voltage=1V").deviceOverrides())
        .containsExactly("freeLayer.thickness=1.2nm", "operation.voltage=1V");
  }

  @Test
  void theNodeAndTheAreasOfTheCostCanBeChosen() {
    assertThat(load().cost().technologyNodeMeters()).isEqualTo(28e-9);
    assertThat(load().cost().areas()).isEmpty();
    assertThat(load("cost.technologyNode=14nm").cost().technologyNodeMeters()).isEqualTo(14e-9);
    assertThat(load("cost.areas=mine.csv").cost().areas()).contains("mine.csv");
    assertThatThrownBy(() -> load("cost.technologyNode=5nm"))
        .hasMessageContaining("cost.technologyNode");
  }

  @Test
  void aPathOfImagesMayHoldAnyCharacter() {
    assertThat(load("images.set=/data/it's: #1").images().set()).isEqualTo("/data/it's: #1");
  }

  @Test
  void allProblemsOfAFileAreToldTogetherWithTheirPaths() throws IOException {
    Path file = folder.resolve("typo.yaml");
    Files.writeString(file, "trainning: {steps: 5}\ntraining: {steps: -1}\nentropy: {columns: 70}");
    assertThatThrownBy(() -> ConfigLoader.load(Optional.of(file), Size.QUICK, List.of()))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("typo.yaml")
        .hasMessageContaining("trainning")
        .hasMessageContaining("training.steps")
        .hasMessageContaining("multiple of 64");
  }

  @Test
  void aSettingWithoutAValueIsRefusedWithAnExample() {
    assertThatThrownBy(() -> load("training.steps"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("path=value");
  }

  private static SpindriftConfig load(String... sets) {
    return ConfigLoader.load(Optional.empty(), Size.QUICK, List.of(sets));
  }
}
