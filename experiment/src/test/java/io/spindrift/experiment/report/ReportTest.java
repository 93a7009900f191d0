package io.spindrift.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;

  @Test
  void aReportIsOneFileThatNamesEveryThingARunFound() throws IOException {
    Path root = folder();
    FixtureRun.write(root);
    String page = Files.readString(Report.rebuild(root));
    assertThat(page)
        .contains(
            "seed", "20240", "Share of ones 0.5003", "floor of real images", "operating point")
        .contains("hardware noise", "software noise", "What this run does not show", "2407.12261")
        .contains("data:image/png;base64,", "<svg")
        .doesNotContain("src=\"http", "NaN", "@import", "<script");
    assertThat(root.resolve("references.bib")).content().contains("10.1103/PhysRev.130.1677");
    assertThat(root.resolve("images/figure-switching-curve.png")).isNotEmptyFile();
  }

  @Test
  void aCheckThatDoesNotApplyIsNotShownAsOneThatPasses() throws IOException {
    Path root = folder.resolve("run");
    FixtureRun.write(root);
    assertThat(Files.readString(Report.rebuild(root)))
        .contains("<span class=\"none\">does not apply</span>")
        .contains("<span class=\"pass\">passes</span>")
        .contains("<span class=\"fail\">fails</span>");
  }

  @Test
  void aReportMadeTwiceFromTheSameFilesIsTheSameReport() throws IOException {
    Path root = folder.resolve("run");
    FixtureRun.write(root);
    String first = Files.readString(Report.rebuild(root));
    assertThat(Files.readString(Report.rebuild(root))).isEqualTo(first);
  }

  @Test
  void anUnfinishedRunHasAReportOfWhatItFound() throws IOException {
    Path root = folder.resolve("run");
    FixtureRun.write(root);
    Files.delete(root.resolve("switching_curve.parquet"));
    Files.delete(root.resolve("images/real.png"));
    assertThat(Files.readString(Report.rebuild(root))).contains("Bits and noise");
  }

  @Test
  void aFolderWithoutARunIsRefusedInOneSentence() {
    assertThatThrownBy(() -> Report.rebuild(folder))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("holds no run");
  }

  private Path folder() {
    String kept = System.getProperty("spindrift.fixture", "");
    return kept.isBlank() ? folder.resolve("run") : Path.of(kept);
  }
}
