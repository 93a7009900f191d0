package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that cannot be used: status 2, one sentence on standard error, nothing anywhere else. */
class BadInputTest {
  @TempDir private Path folder;

  private static void refused(String word, String... arguments) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(word).doesNotContain("\tat ");
    assertThat(session.err().lines()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aNegativeValueIsNotTakenForAnOption() {
    refused("--pulse must be positive, but was -1ns", "device", "switching", "--pulse=-1ns");
    refused("--pulse must be positive, but was -1ns", "device", "switching", "--pulse", "-1ns");
    refused("no option '--jsno'", "device", "switching", "--voltage", "--jsno");
  }

  @Test
  void aDistanceWithoutAFeatureNetworkSaysWhatToGive() {
    refused("--extractor must name a feature network", "fid", "a", "b");
    refused("self trains one", "run", "--quick", "--extractor", "foo");
  }

  @Test
  void aTemperatureOfZeroIsRefused() {
    refused("--temperature must be positive", "device", "equilibrium", "--temperature", "0K");
    refused("--temperature must be positive", "device", "switching", "--temperature", "0");
  }

  @Test
  void aPulseThatIsNoNumberOrNoTimeIsRefused() {
    refused("--pulse", "device", "switching", "--pulse", "NaN");
    refused("--pulse", "device", "switching", "--pulse", "1V");
    refused("--pulse must be positive", "device", "switching", "--pulse", "0ns");
  }

  @Test
  void aNegativeThicknessIsRefusedWithItsPath() {
    refused("freeLayer.thickness", "device", "switching", "--set", "freeLayer.thickness=-1nm");
  }

  @Test
  void anUnknownPathOfADeviceIsAnsweredWithTheNearestOne() {
    refused("freeLayer", "device", "switching", "--set", "freeLayr.thickness=1nm");
    refused("path=value", "device", "switching", "--set", "thickness");
  }

  @Test
  void anUnknownPresetIsAnsweredWithTheNearestOnes() {
    refused("precessional-macrospin", "device", "switching", "--device", "precessional-macrospn");
    refused("measured-compact-fit", "presets", "measured-fit");
  }

  @Test
  void aCompactFitHasNoEquilibrium() {
    refused("macrospin", "device", "equilibrium", "--device", "measured-compact-fit");
  }

  @Test
  void countsOutOfRangeAreRefusedByName() {
    String file = folder.resolve("bits").toString();
    refused("--bits must be between", "entropy", "generate", "--bits", "0", "--out", file);
    refused("--bits", "entropy", "generate", "--bits", "many", "--out", file);
    refused("--trajectories", "device", "switching", "--trajectories", "-5");
    refused("--threads", "device", "switching", "--threads", "0", "--pulse", "1ns");
  }

  @Test
  void aTypoInTheConfigurationIsNamed() throws IOException {
    Path config = Files.writeString(folder.resolve("typo.yaml"), "trainig:\n  steps: 5\n");
    refused("trainig", "run", config.toString());
    refused("no-such.yaml", "run", folder.resolve("no-such.yaml").toString());
    refused("trainin", "run", "--set", "trainin.steps=5", "--set", "training.steps=0");
  }

  @Test
  void twoSizesAndAResumedRunWithOtherSettingsAreRefused() {
    refused("--quick and --full", "run", "--quick", "--full");
    refused("--resume", "run", "--resume", folder.toString(), "--quick");
    refused("holds no run", "run", "--resume", folder.toString());
    refused("holds no run", "report", folder.toString());
  }

  @Test
  void aFolderThatHoldsAnotherRunIsRefused() throws IOException {
    Files.writeString(folder.resolve("run.json"), "{}");
    refused("holds another run", "run", "--out", folder.toString());
  }

  @Test
  void missingBrokenAndEmptyImagesAreRefused() throws IOException {
    String network = Files.createFile(folder.resolve("net.safetensors")).toString();
    String missing = folder.resolve("no-images").toString();
    refused("no-images", "fid", missing, missing, "--extractor", network);
    String empty = Files.createDirectory(folder.resolve("empty")).toString();
    refused("is empty", "fid", empty, empty, "--extractor", network);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(new byte[] {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2});
      zipped.write(new byte[8]);
    }
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9);
    String truncated = Files.write(folder.resolve("a-idx3-ubyte.gz"), cut).toString();
    refused("a-idx3-ubyte.gz", "fid", truncated, truncated, "--extractor", network);
  }

  @Test
  void aFolderThatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    boolean done = locked.toFile().setWritable(false);
    Assumptions.assumeTrue(
        done && !Files.isWritable(locked), "this user may write into read-only folders");
    refused(
        "locked",
        "entropy",
        "generate",
        "--device",
        "measured-compact-fit",
        "--bits",
        "1k",
        "--out",
        locked.resolve("bits").toString());
  }

  @Test
  void aFullDiskIsToldInOneSentence() {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "this system has no device that is always full");
    refused(
        "/dev/full",
        "entropy",
        "generate",
        "--device",
        "measured-compact-fit",
        "--bits",
        "1k",
        "--out",
        full.resolve("bits").toString());
  }
}
