package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureNetworkFileTest {
  @TempDir private Path folder;
  private Path network = Path.of("");

  @BeforeEach
  void placeANetworkBesideTheData() throws IOException {
    Files.createDirectories(folder.resolve("data/mnist"));
    Files.createDirectories(folder.resolve("data/feature-nets"));
    network = Files.createFile(folder.resolve("data/feature-nets/lenet-mnist.safetensors"));
  }

  @Test
  void aNameIsFoundBesideTheData() {
    assertThat(FeatureNetworkFile.find("lenet-mnist", List.of(folder.resolve("data/mnist")), null))
        .isEqualTo(new FeatureNetworkFile("lenet-mnist", network, null));
  }

  @Test
  void aNameIsFoundInTheFolderOfTheEnvironment() {
    String named = network.resolveSibling("").toString();
    assertThat(FeatureNetworkFile.find("lenet-mnist", List.of(), named).file().getFileName())
        .isEqualTo(network.getFileName());
  }

  @Test
  void aPathIsTakenAsItIs() {
    assertThat(FeatureNetworkFile.find(network.toString(), List.of(), null))
        .isEqualTo(new FeatureNetworkFile("lenet-mnist", network, null));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(
            () -> FeatureNetworkFile.find("lenet-mnits", List.of(folder.resolve("data")), null))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("did you mean lenet-mnist");
  }

  @Test
  void withoutAnyFolderTheSentenceSaysWhereNetworksAreLookedFor() {
    assertThatThrownBy(() -> FeatureNetworkFile.find("lenet-mnist", List.of(), null))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("SPINDRIFT_FEATURE_NETS");
    assertThatThrownBy(() -> FeatureNetworkFile.find("no/such.safetensors", List.of(), null))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("no/such.safetensors");
  }
}
