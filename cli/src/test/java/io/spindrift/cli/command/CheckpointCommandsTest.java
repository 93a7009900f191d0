package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.diffusion.denoiser.Loss;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.PngFolderWriter;
import io.spindrift.diffusion.image.StoredImageSet;
import io.spindrift.diffusion.safetensors.FloatTensor;
import io.spindrift.diffusion.safetensors.Safetensors;
import io.spindrift.diffusion.safetensors.SafetensorsFile;
import io.spindrift.diffusion.safetensors.TensorData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints at the command line: enough by themselves, and refused in one sentence. */
class CheckpointCommandsTest {
  @TempDir Path folder;
  private Path file = Path.of("unset");

  @BeforeEach
  void saveOne() {
    file = folder.resolve("net.safetensors");
    TinyCheckpoint.write(
        file, new ImageShape(1, 8, 8), 2, Loss.SQUARED_ERROR, "images.set=/nowhere");
  }

  private static String done(String... arguments) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isEqualTo(ExitStatus.DONE);
    return session.out();
  }

  private static void refused(String word, String... arguments) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(word).doesNotContain("\tat ");
    assertThat(session.err().strip().lines()).hasSize(1);
  }

  private String[] sample(Path checkpoint, String out) {
    return new String[] {
      "diffusion",
      "sample",
      "--quiet",
      "--noise",
      "software",
      "--count",
      "3",
      "--checkpoint",
      checkpoint.toString(),
      "--out",
      folder.resolve(out).toString()
    };
  }

  private void refusedToSample(String word) {
    refused(word, sample(file, "none"));
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private void rewrite(Map<String, String> otherMetadata, Map<String, FloatTensor> otherTensors) {
    SafetensorsFile stored = Safetensors.read(file);
    Map<String, String> metadata = new LinkedHashMap<>(stored.metadata());
    metadata.putAll(otherMetadata);
    Map<String, TensorData> tensors = new LinkedHashMap<>(stored.tensors());
    tensors.putAll(otherTensors);
    Safetensors.write(file, metadata, tensors);
  }

  @Test
  void aCheckpointAloneIsEnoughToSample() throws IOException {
    assertThat(done(sample(file, "one"))).contains("3 images from").contains("net.safetensors");
    done(sample(file, "two"));
    try (Stream<Path> made = Files.list(folder.resolve("one"))) {
      List<Path> pictures = made.toList();
      assertThat(pictures).hasSize(3);
      for (Path picture : pictures) {
        assertThat(folder.resolve("two").resolve(picture.getFileName()))
            .hasSameBinaryContentAs(picture);
      }
    }
    assertThat(folder.resolve("one-grid.png")).isNotEmptyFile();
  }

  @Test
  void anExportedDenoiserSamplesToo() {
    Path small = folder.resolve("small.safetensors");
    done("diffusion", "export", file.toString(), "--out", small.toString());
    assertThat(small.toFile().length()).isLessThan(file.toFile().length() / 4);
    assertThat(done(sample(small, "pictures"))).contains("small.safetensors");
    refused("holds something already", "diffusion", "export", file.toString(), "--out", "" + small);
    refused(
        "denoiser alone",
        "diffusion",
        "train",
        "--resume",
        "--data",
        pictures(8),
        "--out",
        "" + small);
  }

  /** A folder of pictures of a size. */
  private String pictures(int side) {
    ImageShape shape = new ImageShape(1, side, side);
    byte[] pixels = new byte[40 * shape.size()];
    Path into = folder.resolve("pictures-of-" + side);
    for (int label = 0; label < 2; label++) {
      PngFolderWriter.write(
          into.resolve("class" + label), new StoredImageSet("grey", shape, pixels, null));
    }
    return into.toString();
  }

  @Test
  void aTrainingIsNotContinuedWithImagesOfAnotherShapeOrOtherSettings() {
    String out = file.toString();
    refused(
        "must hold a training of",
        "diffusion",
        "train",
        "--resume",
        "--data",
        pictures(16),
        "--noise",
        "software",
        "--out",
        out);
    refused("does not exist", "diffusion", "train", "--resume", "--out", out);
    refused("as it was configured", "diffusion", "train", "--resume", "--quick", "--out", out);
    refused("as it was configured", "diffusion", "train", "--resume", "--seed", "3", "--out", out);
    refused("holds something already", "diffusion", "train", "--out", out);
    assertThat(folder.resolve("net.safetensors-events")).doesNotExist();
  }

  @Test
  void anArchitectureThatDoesNotFitItsWeightsIsRefused() {
    String json = Safetensors.read(file).metadata().getOrDefault("architecture", "");
    rewrite(Map.of("architecture", json.replace("\"width\":8", "\"width\":16")), Map.of());
    refusedToSample("must have the shape");
  }

  @Test
  void aLaterVersionIsRefused() {
    rewrite(Map.of("version", "3"), Map.of());
    refusedToSample("is of version 3");
  }

  @Test
  void aTruncatedCheckpointIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 4, 100, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      refusedToSample("net.safetensors");
    }
  }

  @Test
  void weightsThatAreNotNumbersAreRefused() {
    float[] values = new float[8];
    values[3] = Float.NaN;
    rewrite(Map.of(), Map.of("average.exit.norm.scale", new FloatTensor(new long[] {8}, values)));
    refusedToSample("must hold finite numbers, but holds NaN");
  }

  @Test
  void anImageDoesNotDependOnTheImagesDrawnBesideIt() throws IOException {
    for (String batch : new String[] {"1", "2", "64"}) {
      String[] asked = Arrays.copyOf(sample(file, "batch-" + batch), 13);
      asked[11] = "--set";
      asked[12] = "sampling.batch=" + batch;
      assertThat(asked[10]).isEqualTo(folder.resolve("batch-" + batch).toString());
      done(asked);
    }
    for (int k = 0; k < 3; k++) {
      String name = "%06d.png".formatted(k);
      byte[] alone = Files.readAllBytes(folder.resolve("batch-1").resolve(name));
      assertThat(folder.resolve("batch-2").resolve(name)).hasBinaryContent(alone);
      assertThat(folder.resolve("batch-64").resolve(name)).hasBinaryContent(alone);
    }
  }

  @Test
  void aCheckpointWithoutItsConfigurationIsRefused() {
    rewrite(Map.of("configuration", ""), Map.of());
    refusedToSample("must carry the configuration");
    rewrite(Map.of("configuration", "seed: [\n"), Map.of());
    refusedToSample("the configuration in");
    rewrite(Map.of("configuration", "seed: 3\n"), Map.of());
    refusedToSample("images.pixels");
  }

  @Test
  void noFileAndAnotherFileAreRefused() throws IOException {
    Files.delete(file);
    refusedToSample("there is no file");
    Files.writeString(file, "these are no weights, only words");
    refusedToSample("safetensors");
  }

  @Test
  void withoutACheckpointTheOneOfTheProgramIsUsed() {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        CheckpointOption.class.getResource("strokes.safetensors") != null,
        "this build has no checkpoint of its own");
    Path out = folder.resolve("own");
    String json =
        done(
            "diffusion",
            "sample",
            "--json",
            "--quiet",
            "--count",
            "2",
            "--set",
            "sampling.steps=2",
            "--out",
            out.toString());
    assertThat(json).contains("strokes.safetensors of this program");
    assertThat(out).isNotEmptyDirectory();
  }
}
