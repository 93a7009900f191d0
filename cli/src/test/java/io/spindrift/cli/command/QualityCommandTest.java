package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Needs the image data: its feature network and digits. */
class QualityCommandTest {
  @TempDir private Path folder;

  @Test
  void testDigitsLookLikeTestDigits() {
    String digits = data("mnist/t10k-images-idx3-ubyte.gz").toString();
    CapturedSession session = new CapturedSession();
    String[] options = {
      "--extractor", "lenet-mnist", "--range-samples", "0:700", "--range-reference", "700:1400"
    };
    assertThat(session.run(with(options, "quality", digits, digits, "--json")))
        .as(session.err())
        .isZero();
    var json = ReadJson.of(session.out());
    assertThat(json.get("extractor").asString()).matches("lenet-mnist \\(sha256 [0-9a-f]{12}\\)");
    assertThat(json.get("features").asInt()).isEqualTo(84);
    double low = json.get("kid").get("low").asDouble();
    assertThat(low).isLessThan(0.005);
    assertThat(json.get("fidInfinity").get("value").asDouble())
        .isLessThan(json.get("fid").get("value").asDouble());
    assertThat(json.get("precision").get("value").asDouble()).isGreaterThan(0.8);
    assertThat(json.get("recall").get("value").asDouble()).isGreaterThan(0.8);
    assertThat(json.get("accuracy").get("value").asDouble()).isGreaterThan(0.96);
    assertThat(json.get("memorisation").isNull()).isTrue();
    assertThat(json.get("classes").size()).isEqualTo(10);
    assertThat(json.get("notes").toString()).contains("training images");
  }

  @Test
  void statisticsOfImagesAreKeptAndComparedWithImages() {
    String digits = data("mnist/t10k-images-idx3-ubyte.gz").toString();
    String kept = folder.resolve("digits.npz").toString();
    CapturedSession saving = new CapturedSession();
    assertThat(
            saving.run(
                "fid",
                digits,
                "--save-statistics",
                kept,
                "--range-a",
                "0:300",
                "--extractor",
                "lenet-mnist"))
        .as(saving.err())
        .isZero();
    assertThat(saving.out()).contains("statistics of 300 images by lenet-mnist (sha256 ");
    CapturedSession same = new CapturedSession();
    assertThat(
            same.run(
                "fid", kept, digits, "--range-b", "0:300", "--extractor", "lenet-mnist", "--json"))
        .as(same.err())
        .isZero();
    var json = ReadJson.of(same.out());
    assertThat(json.get("fid").asDouble()).isLessThan(1e-10);
    assertThat(json.get("countA").asInt()).isEqualTo(300);
    assertThat(json.get("high").asDouble()).isPositive();
  }

  @Test
  void imagesThatTheNetworkDoesNotTakeAreRefusedWithWhatItTakes() {
    String pictures = data("cifar10-lossless-subset/test_50.bin.gz").toString();
    CapturedSession session = new CapturedSession();
    String[] options = {"--extractor", data("feature-nets/lenet-mnist.safetensors").toString()};
    assertThat(session.run(with(options, "quality", pictures, pictures)))
        .isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err()).contains("28x28 grey", "32x32 colour");
  }

  @Test
  void metricsThatCannotBeMeasuredAreRefusedWhenNamed() {
    String digits = data("mnist/t10k-images-idx3-ubyte.gz").toString();
    CapturedSession session = new CapturedSession();
    String[] options = {
      "--extractor", "lenet-mnist", "--range-samples", "0:3", "--metrics", "fid,kid"
    };
    assertThat(session.run(with(options, "quality", digits, digits, "--range-reference", "0:99")))
        .isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err()).contains("KID needs at least 4 images");
    assertThat(session.out()).isEmpty();
  }

  /** Of labelled digits: 1 leaves the accuracy, 2 and 3 the distances, 4 and more nearly all. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 20})
  void whatFewImagesAllowIsMeasuredAndTheRestIsNamedWithTheNumberNeeded(int images) {
    String digits = data("mnist/t10k-images-idx3-ubyte.gz").toString();
    CapturedSession session = new CapturedSession();
    String[] options = {"--extractor", "lenet-mnist", "--range-samples", "0:" + images, "--json"};
    assertThat(session.run(with(options, "quality", digits, digits, "--range-reference", "50:150")))
        .as(session.err())
        .isZero();
    var json = ReadJson.of(session.out());
    assertThat(session.out()).doesNotContain("NaN");
    assertThat(json.get("accuracy").isNull()).isFalse();
    assertThat(json.get("fid").isNull()).isEqualTo(images < 2);
    assertThat(json.get("kid").isNull()).isEqualTo(images < 4);
    assertThat(json.get("precision").isNull()).isEqualTo(images < 4);
    assertThat(json.get("fidInfinity").isNull()).isTrue();
    String notes = json.get("notes").toString();
    assertThat(notes).contains("FID at infinite samples needs at least 672 samples");
    if (images < 2) {
      assertThat(notes).contains("FID needs at least 2 images").doesNotContain("deficient rank");
    } else {
      assertThat(notes)
          .contains("only " + images + " images for 84 features", "use at least 85 images");
    }
    if (images < 4) {
      assertThat(notes).contains("KID needs at least 4", "precision and recall need at least 4");
    }
  }

  @Test
  void oneImageIsRefusedInOneSentenceWhenItAllowsNothing() {
    String digits = data("mnist/t10k-images-idx3-ubyte.gz").toString();
    String[] options = {"--extractor", "lenet-mnist"};
    CapturedSession quality = new CapturedSession();
    assertThat(
            quality.run(
                with(
                    options,
                    "quality",
                    digits,
                    digits,
                    "--range-samples",
                    "0:1",
                    "--range-reference",
                    "0:9",
                    "--metrics",
                    "fid,kid,pr")))
        .isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(quality.out()).isEmpty();
    assertThat(quality.err().lines()).hasSize(1);
    assertThat(quality.err())
        .contains(
            "FID needs at least 2 images in each set",
            "KID needs at least 4 images in each set",
            "precision and recall need at least 4 images in each set");
    CapturedSession fid = new CapturedSession();
    assertThat(
            fid.run(with(options, "fid", digits, digits, "--range-a", "0:9", "--range-b", "0:1")))
        .isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(fid.out()).isEmpty();
    assertThat(fid.err().lines()).hasSize(1);
    assertThat(fid.err()).contains("FID needs at least 2 images in each set");
  }

  private static String[] with(String[] options, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + options.length);
    System.arraycopy(options, 0, all, arguments.length, options.length);
    return all;
  }

  private static Path data(String name) {
    String folder = System.getProperty("spindrift.data", "");
    Assumptions.assumeFalse(
        folder.isBlank() || folder.startsWith("$"), "no image data: pass -Dspindrift.data=DIR");
    Path file = Path.of(folder).resolve(name);
    Assumptions.assumeTrue(Files.isReadable(file), "absent: " + name);
    return file;
  }
}
