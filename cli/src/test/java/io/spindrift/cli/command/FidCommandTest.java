package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import io.spindrift.diffusion.metric.FeatureStatistics;
import io.spindrift.diffusion.metric.StatisticsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FidCommandTest {
  @TempDir private Path folder;
  private String a = "";
  private String b = "";

  @BeforeEach
  void keepStatistics() {
    a = statistics("a.npz", "net (sha256 aa)", 1, 4);
    b = statistics("b.npz", "same net (sha256 aa)", -2, 0.25);
  }

  /** (1 + 2)^2 + (2 - 1/2)^2. */
  @Test
  void twoFilesOfStatisticsNeedNoNetwork() {
    CapturedSession session = new CapturedSession();
    assertThat(session.run("fid", a, b, "--json")).as(session.err()).isZero();
    var json = ReadJson.of(session.out());
    assertThat(json.get("fid").asDouble()).isCloseTo(11.25, within(1e-12));
    assertThat(json.get("low").isNull()).isTrue();
    assertThat(json.get("countA").asInt()).isEqualTo(50);
    CapturedSession text = new CapturedSession();
    assertThat(text.run("fid", b, a)).isZero();
    assertThat(text.out()).contains("FID 11.2500 by net (sha256 aa), 50 against 50 images");
  }

  @Test
  void statisticsThatDoNotCompareAreRefused() throws IOException {
    String other = statistics("c.npz", "net (sha256 bb)", 0, 1);
    refused("only distances by one network compare", "fid", other, b);
    Path wide = folder.resolve("wide.npz");
    StatisticsFile.write(
        wide, new FeatureStatistics(9, new double[2], new double[] {1, 0, 0, 1}), "net");
    refused("must hold statistics of 1 features", "fid", wide.toString(), b);
    refused("--range-a", "fid", a, b, "--range-a", "0:5");
    refused("second image set", "fid", a);
    refused("ends in .npz", "fid", a, b, "--save-statistics", "x.npy");
    refused("holds statistics already", "fid", a, "--save-statistics", "x.npz");
    String damaged = Files.writeString(folder.resolve("d.npz"), "PK").toString();
    refused("d.npz", "fid", damaged, b);
    refused("--extractor must name", "fid", a, folder.toString());
  }

  @Test
  void statisticsOfFewerImagesThanFeaturesAreNotedWithTheNumberNeeded() {
    String few = wide("few.npz", 2);
    String many = wide("many.npz", 3);
    CapturedSession session = new CapturedSession();
    assertThat(session.run("fid", few, many)).as(session.err()).isZero();
    assertThat(session.out()).contains("FID 0.0000 by net, 2 against 3 images");
    assertThat(session.err())
        .contains("note: only 2 images for 2 features", "use at least 3 images in each set");
    CapturedSession enough = new CapturedSession();
    assertThat(enough.run("fid", many, many)).isZero();
    assertThat(enough.err()).isEmpty();
  }

  private String wide(String name, long images) {
    Path file = folder.resolve(name);
    StatisticsFile.write(
        file, new FeatureStatistics(images, new double[2], new double[] {1, 0, 0, 1}), "net");
    return file.toString();
  }

  private String statistics(String name, String network, double mean, double variance) {
    Path file = folder.resolve(name);
    StatisticsFile.write(
        file, new FeatureStatistics(50, new double[] {mean}, new double[] {variance}), network);
    return file.toString();
  }

  private static void refused(String word, String... arguments) {
    CapturedSession session = new CapturedSession();
    assertThat(session.run(arguments)).as(session.err()).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains(word);
  }
}
