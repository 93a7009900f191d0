package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is stopped by the user and continued. */
class ResumedTrainingTest {
  private static final List<String> TINY =
      List.of(
          "--quick",
          "--threads",
          "2",
          "--set",
          "device=measured-compact-fit",
          "--set",
          "images.trainCount=64",
          "--set",
          "images.heldOutCount=16",
          "--set",
          "training.precision=fp32",
          "--set",
          "denoiser.width=8",
          "--set",
          "training.batch=1",
          "--set",
          "training.steps=16",
          "--set",
          "training.warmupSteps=2",
          "--set",
          "training.checkpointSteps=1");

  @TempDir Path folder;

  private static List<String> train(Path out, List<String> more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "diffusion", "train", "--quiet", "--noise", "hardware", "--out", out.toString()));
    words.addAll(more);
    return words;
  }

  private static int run(CapturedSession session, List<String> words) {
    return session.run(words.toArray(String[]::new));
  }

  @Test
  void endsAsOneThatWasNot() throws Exception {
    Path whole = folder.resolve("whole.safetensors");
    CapturedSession undisturbed = new CapturedSession();
    assertThat(run(undisturbed, train(whole, TINY)))
        .as(undisturbed.err())
        .isEqualTo(ExitStatus.DONE);

    Path parts = folder.resolve("parts.safetensors");
    CapturedSession first = new CapturedSession();
    Thread user =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              while (!Files.exists(parts)) {
                Thread.onSpinWait();
              }
              first.stop().request();
            });
    assertThat(run(first, train(parts, TINY))).as(first.err()).isEqualTo(ExitStatus.STOPPED);
    user.join();
    assertThat(first.out()).isEmpty();
    assertThat(first.err()).contains("--resume --noise hardware --out " + parts);

    CapturedSession second = new CapturedSession();
    assertThat(run(second, train(parts, List.of("--resume"))))
        .as(second.err())
        .isEqualTo(ExitStatus.DONE);
    assertThat(parts).hasSameBinaryContentAs(whole);
    assertThat(second.out()).contains("16 steps");
  }
}
