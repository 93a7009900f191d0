package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
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
    refusedNew("there is no file", "samplers", folder.resolve("none.safetensors").toString());
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
