package io.spindrift.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.experiment.report.FixtureRun;
import io.spindrift.experiment.report.Report;
import io.spindrift.experiment.run.StageReading.FidReading;
import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Numbers that an earlier version of the program wrote, with fewer fields. */
class EarlierVersionTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;
  private Path root = Path.of("");

  @BeforeEach
  void run() {
    root = folder.resolve("run");
    FixtureRun.write(root);
  }

  @Test
  void aRunWithFidAloneIsReadWithoutFurtherMetricsAndReported() throws IOException {
    FidReading now = Objects.requireNonNull(RunDirectory.open(root).metrics().fid());
    assertThat(now.others()).isNotEmpty();
    without("/fid", "others");
    FidReading earlier = Objects.requireNonNull(RunDirectory.open(root).metrics().fid());
    assertThat(earlier.others()).isEmpty();
    assertThat(earlier.hardware()).isEqualTo(now.hardware());
    Path report = Report.rebuild(root);
    assertThat(Files.readString(report)).contains("FID").doesNotContain("KID");
  }

  @Test
  void whatEveryVersionWritesIsRefusedWhenItIsMissingByAPlaceInTheFile() throws IOException {
    String whole = Files.readString(root.resolve("metrics.json"));
    without("/fid", "warnings");
    refused("fid must hold");
    Files.writeString(root.resolve("metrics.json"), whole);
    without("", "stages");
    refused("is not a file of this program: it must hold");
  }

  private void refused(String place) {
    RunDirectory directory = RunDirectory.open(root);
    assertThatThrownBy(directory::metrics)
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("metrics.json")
        .hasMessageContaining(place)
        .message()
        .hasLineCount(1)
        .doesNotContain("io.spindrift", "DeserializationFeature");
  }

  private void without(String record, String field) throws IOException {
    Path file = root.resolve("metrics.json");
    var metrics = JSON.readTree(Files.readString(file));
    assertThat(((ObjectNode) metrics.at(record)).remove(field)).isNotNull();
    Files.writeString(file, metrics.toString());
  }
}
