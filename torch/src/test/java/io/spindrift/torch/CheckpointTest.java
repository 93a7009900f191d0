package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.Loss;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.denoiser.StoredDenoiser;
import io.spindrift.diffusion.safetensors.ElementType;
import io.spindrift.diffusion.safetensors.FloatTensor;
import io.spindrift.diffusion.safetensors.Safetensors;
import io.spindrift.diffusion.safetensors.SafetensorsFile;
import io.spindrift.diffusion.safetensors.TensorData;
import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {
  private final TorchEngine engine = TinyNets.engine(Precision.FP32, 1);
  @TempDir Path folder;
  private Path file = Path.of("unset");
  private float[] expected = {};

  @BeforeEach
  void saveOne() {
    file = folder.resolve("checkpoint.safetensors");
    try (DenoiserTraining training =
        engine.begin(TinyNets.SPEC, TinyNets.OPTIMISER, 1, "seed: 1")) {
      TinyNets.train(training, 3, 4);
      training.save(file);
      expected = TinyNets.predictions(training, 2);
    }
  }

  @Test
  void holdsTheAveragedNetworkWithItsArchitecture() {
    assertThat(predictions(file)).containsExactly(expected);
    SafetensorsFile stored = Safetensors.read(file);
    assertThat(stored.metadata()).containsEntry("version", "2").containsEntry("steps", "3");
    assertThat(stored.tensor("weights.entry.weight").shape()).containsExactly(8, 1, 3, 3);
    assertThat(folder).isDirectoryContaining(f -> f.equals(file));
  }

  @Test
  void anotherArchitectureIsRefused() {
    DenoiserSpec wider =
        new DenoiserSpec(TinyNets.SPEC.image(), 16, List.of(1, 2), 1, 1, 1, 0, Loss.SQUARED_ERROR);
    try (DenoiserTraining training = engine.begin(wider, TinyNets.OPTIMISER, 1, "")) {
      assertThatThrownBy(() -> training.restore(file))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining("width=16")
          .hasMessageContaining("width=8");
    }
  }

  @Test
  void anotherOptimiserIsRefused() {
    OptimiserSpec faster = new OptimiserSpec(7e-3, 5, 200, 0.01, 1, 0.99);
    try (DenoiserTraining training = engine.begin(TinyNets.SPEC, faster, 1, "")) {
      assertThatThrownBy(() -> training.restore(file))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining("learningRate=0.007")
          .hasMessageContaining("learningRate=0.005");
      assertThat(training.stepsDone()).isZero();
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsTold() {
    try (DenoiserTraining training =
        engine.begin(TinyNets.SPEC, TinyNets.OPTIMISER, 1, "seed: 1")) {
      Path below = file.resolve("below-a-file.safetensors");
      assertThatThrownBy(() -> training.save(below))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining("cannot write " + below);
    }
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 100));
    assertThatThrownBy(() -> engine.load(file)).isInstanceOf(UnusableInput.class);
  }

  @Test
  void weightsThatAreNotNumbersAreRefused() {
    rewrite(Map.of(), Map.of("average.exit.norm.scale", values(8, Float.NaN)));
    assertThatThrownBy(() -> engine.load(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("average.exit.norm.scale")
        .hasMessageContaining("NaN");
  }

  @Test
  void aTensorOfAnotherShapeIsRefused() {
    rewrite(Map.of(), Map.of("weights.exit.norm.scale", values(9, 1)));
    try (DenoiserTraining training = engine.begin(TinyNets.SPEC, TinyNets.OPTIMISER, 1, "")) {
      assertThatThrownBy(() -> training.restore(file))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining("weights.exit.norm.scale");
    }
    rewrite(Map.of(), Map.of("average.exit.norm.scale", values(9, 1)));
    assertThatThrownBy(() -> engine.load(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("average.exit.norm.scale");
  }

  @Test
  void aDenoiserAloneAnswersButCannotBeTrainedOn() {
    Path alone = folder.resolve("alone.safetensors");
    engine.export(file, alone, ElementType.F32);
    assertThat(predictions(alone)).containsExactly(expected);
    assertThat(engine.describe(alone))
        .isEqualTo(new StoredDenoiser(TinyNets.SPEC, "seed: 1", 3, false));
    assertThat(alone.toFile().length()).isLessThan(file.toFile().length() / 3);
    try (DenoiserTraining training = engine.begin(TinyNets.SPEC, TinyNets.OPTIMISER, 1, "")) {
      assertThatThrownBy(() -> training.restore(alone))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining("denoiser alone");
    }
  }

  @ParameterizedTest
  @CsvSource({"F16, 0.005", "BF16, 0.04"})
  void aDenoiserInHalfTheBytesAnswersAlmostTheSame(ElementType type, double tolerance) {
    Path alone = folder.resolve("alone.safetensors");
    engine.export(file, alone, type);
    float[] rounded = predictions(alone);
    for (int i = 0; i < rounded.length; i++) {
      assertThat((double) rounded[i]).isCloseTo(expected[i], within(tolerance));
    }
    assertThat(rounded).isNotEqualTo(expected);
    Path twice = folder.resolve("twice.safetensors");
    engine.export(alone, twice, type);
    assertThat(twice).hasSameBinaryContentAs(alone);
  }

  @Test
  void weightsBeyondTheRangeOfATypeAreToldByName() {
    rewrite(Map.of(), Map.of("average.exit.norm.scale", values(8, 1e6f)));
    assertThatThrownBy(
            () -> engine.export(file, folder.resolve("alone.safetensors"), ElementType.F16))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("exit.norm.scale")
        .hasMessageContaining("F16");
  }

  @Test
  void aLaterVersionIsRefused() {
    rewrite(Map.of("version", "3"), Map.of());
    assertThatThrownBy(() -> engine.load(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("version 3");
  }

  @Test
  void anEarlierVersionIsRefusedByName() {
    rewrite(Map.of("version", "1"), Map.of());
    assertThatThrownBy(() -> engine.load(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("is of version 1")
        .hasMessageContaining("train it anew");
  }

  @Test
  void tellsTheConfigurationItWasTrainedWith() {
    assertThat(engine.describe(file))
        .isEqualTo(new StoredDenoiser(TinyNets.SPEC, "seed: 1", 3, true));
  }

  @Test
  void anArchitectureThatCannotBeIsRefused() {
    String json = Safetensors.read(file).metadata().getOrDefault("architecture", "");
    rewrite(Map.of("architecture", json.replace("\"width\":8", "\"width\":-8")), Map.of());
    assertThatThrownBy(() -> engine.load(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("architecture");
  }

  @Test
  void aFileOfAnotherKindIsRefused() {
    Safetensors.write(file, Map.of(), Map.of("x", values(3, 1)));
    assertThatThrownBy(() -> engine.load(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("spindrift denoiser");
    assertThatThrownBy(() -> engine.openExtractor("x", file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("lenet-mnist");
  }

  private float[] predictions(Path checkpoint) {
    float[] predicted = new float[expected.length];
    try (var denoiser = engine.load(checkpoint)) {
      denoiser.predict(
          TinyNets.normal(3, predicted.length),
          TinyNets.timesteps(2),
          TinyNets.noClasses(2),
          2,
          predicted);
    }
    return predicted;
  }

  private static FloatTensor values(int length, float value) {
    float[] all = new float[length];
    Arrays.fill(all, value);
    return new FloatTensor(new long[] {length}, all);
  }

  private void rewrite(Map<String, String> otherMetadata, Map<String, FloatTensor> otherTensors) {
    SafetensorsFile stored = Safetensors.read(file);
    Map<String, String> metadata = new LinkedHashMap<>(stored.metadata());
    metadata.putAll(otherMetadata);
    Map<String, TensorData> tensors = new LinkedHashMap<>(stored.tensors());
    tensors.putAll(otherTensors);
    Safetensors.write(file, metadata, tensors);
  }
}
