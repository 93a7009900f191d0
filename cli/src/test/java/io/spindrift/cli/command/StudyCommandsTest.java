package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.diffusion.denoiser.Loss;
import io.spindrift.diffusion.image.ImageShape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandsTest {
  @TempDir private Path folder;

  @Test
  void aStudyNeedsAFolder() {
    refused("--out must name a new folder", "compare", "--quick");
  }

  @Test
  void aResumedStudyTakesNoOtherSetting() {
    refused(
        "--resume goes on with a study as it was begun",
        "compare",
        "--resume",
        folder.toString(),
        "--seeds",
        "1,2");
    refused(
        "must be the folder of a study made by diffusion compare, but it holds none",
        "compare",
        "--resume",
        folder.toString());
  }

  @Test
  void badSeedsAndMarginsAreRefusedBeforeAnythingIsWritten() {
    refusedNew("--seeds must be whole numbers", "compare", "--quick", "--seeds", "1,two");
    refusedNew("all different", "compare", "--quick", "--seeds", "3,3");
    refusedNew("the margin must be a positive number", "compare", "--quick", "--margin", "-1");
  }

  @Test
  void aSweepNeedsAKnobWhoseValuesRunOneWay() {
    refusedNew("--knob and --values must both be given", "tolerate", "--quick");
    refusedNew(
        "all rising or all falling",
        "tolerate",
        "--quick",
        "--knob",
        "entropy.bitsPerSample",
        "--values",
        "64,8,16");
    refusedNew(
        "bitsPerSample",
        "tolerate",
        "--quick",
        "--knob",
        "entropy.bitsPerSample",
        "--values",
        "64,0.5");
    refusedNew(
        "--values", "tolerate", "--quick", "--knob", "entropy.bitsPerSample", "--values", "a,b");
    refusedNew("nonsense", "tolerate", "--quick", "--knob", "nonsense.path", "--values", "1,2");
  }

  @Test
  void samplersNeedACheckpoint() {
    refusedNew("needs a checkpoint", "samplers");
    refusedNew("but was given my.yaml", "samplers", "my.yaml");
    refusedNew("there is no file", "samplers", folder.resolve("none.safetensors").toString());
  }

  @Test
  void theHelpOfSamplersListsNothingThatACheckpointForbids() {
    CapturedSession session = new CapturedSession();
    session.run("diffusion", "samplers", "--help");
    assertThat(session.out())
        .contains("CHECKPOINT", "--data", "--set")
        .doesNotContain("--quick", "--full", "--device", "CONFIG.yaml");
  }

  @Test
  void stepsThatAFlipProcessDoesNotHaveAreRefusedBeforeAnyDrawing() {
    Path checkpoint = folder.resolve("bits.safetensors");
    TinyCheckpoint.write(
        checkpoint,
        new ImageShape(2, 28, 28),
        0,
        Loss.BIT_CROSS_ENTROPY,
        "process.kind=bit-flip",
        "process.planes=2",
        "process.steps=20",
        "metric.extractor=self");
    String file = checkpoint.toString();
    refusedNew(
        "sampling.steps must be at most process.steps, 20, but was 21",
        "samplers",
        file,
        "--samplers",
        "ddpm",
        "--steps",
        "10,21");
    refusedNew(
        "sampling.sampler must be ddpm", "samplers", file, "--samplers", "ddim", "--steps", "10");
    refusedNew(
        "process: step 1 of 20: flip probability",
        "samplers",
        file,
        "--samplers",
        "ddpm",
        "--steps",
        "10",
        "--set",
        "process.flips.pulses=device");
  }

  private void refusedNew(String sentence, String... arguments) {
    Path out = folder.resolve("out");
    refused(
        sentence,
        Stream.concat(Arrays.stream(arguments), Stream.of("--out", out.toString()))
            .toArray(String[]::new));
    assertThat(out).doesNotExist();
  }

  private static void refused(String sentence, String... arguments) {
    CapturedSession session = new CapturedSession();
    int status =
        session.run(
            Stream.concat(Stream.of("diffusion"), Arrays.stream(arguments)).toArray(String[]::new));
    assertThat(status).as(session.err()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(sentence);
  }
}
