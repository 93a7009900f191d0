package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.diffusion.denoiser.Loss;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.PngFolderWriter;
import io.spindrift.diffusion.image.StoredImageSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code diffusion inpaint} and {@code diffusion recover} refuse before any work is done. */
class RestoreCommandsTest {
  @TempDir private Path folder;

  @BeforeEach
  void placeCheckpoint() {
    TinyCheckpoint.write(
        folder.resolve("net.safetensors"),
        new ImageShape(1, 28, 28),
        10,
        Loss.SQUARED_ERROR,
        "images.trainCount=64",
        "images.heldOutCount=16");
    byte[] pixels = new byte[2 * 12 * 12];
    PngFolderWriter.write(
        folder.resolve("small"),
        new StoredImageSet("small", new ImageShape(1, 12, 12), pixels, null));
  }

  private void refused(String words, String command, String... more) {
    Path out = folder.resolve("out");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "diffusion",
                command,
                "--checkpoint",
                folder.resolve("net.safetensors").toString(),
                "--out",
                out.toString(),
                "--noise",
                "software",
                "--quiet"));
    arguments.addAll(List.of(more));
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments.toArray(String[]::new)))
        .as(session.out())
        .isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err()).contains(words);
    assertThat(session.err().strip()).doesNotContain("\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void imagesComeFromOnePlaceAndFitTheNetwork() {
    refused("either --image FILE or --held-out", "inpaint", "--mask", "half");
    refused(
        "either --image FILE or --held-out", "recover", "--image", "x.png", "--held-out", "0:2");
    String small = folder.resolve("small").toString();
    refused("must hold images of", "inpaint", "--mask", "half", "--image", small);
    refused("must hold images of", "recover", "--noise-level", "9", "--image", small);
    refused("must lie within 0:16", "inpaint", "--mask", "box", "--held-out", "3:99");
    refused("there is no file", "inpaint", "--mask", "box", "--image", "/nowhere.png");
  }

  @Test
  void aMaskHasTheSizeOfTheImages() {
    String mask = folder.resolve("small/000000.png").toString();
    refused("28x28 pixels, but has 12x12", "inpaint", "--held-out", "0:2", "--mask", mask);
    refused("--visits", "inpaint", "--held-out", "0:2", "--mask", "half", "--visits", "0");
    refused("--jump", "inpaint", "--held-out", "0:2", "--mask", "half", "--jump", "x");
  }

  @Test
  void aNoiseLevelIsANumberThatTheTrainingKnew() {
    refused("needs --noise-level S", "recover", "--held-out", "0:2");
    for (String level : List.of("-3", "0", "NaN", "Infinity", "loud")) {
      refused("must be a number above 0", "recover", "--held-out", "0:2", "--noise-level", level);
    }
    refused(
        "the most noise of the training", "recover", "--held-out", "0:2", "--noise-level", "1e9");
  }

  @Test
  void aClassIsOneOfTheNetwork() {
    refused(
        "--class must be between",
        "inpaint",
        "--held-out",
        "0:2",
        "--mask",
        "half",
        "--class",
        "99");
    refused(
        "--class must be between",
        "recover",
        "--held-out",
        "0:2",
        "--noise-level",
        "9",
        "--class",
        "-1");
  }

  @Test
  void bitsThatFlipRestoreNothing() {
    TinyCheckpoint.write(
        folder.resolve("net.safetensors"),
        new ImageShape(2, 28, 28),
        0,
        Loss.BIT_CROSS_ENTROPY,
        "process.kind=bit-flip",
        "process.planes=2",
        "process.steps=20",
        "denoiser.conditional=false");
    refused("process.kind bit-flip", "inpaint", "--held-out", "0:2", "--mask", "half");
    refused("process.kind bit-flip", "recover", "--held-out", "0:2", "--noise-level", "9");
  }
}
