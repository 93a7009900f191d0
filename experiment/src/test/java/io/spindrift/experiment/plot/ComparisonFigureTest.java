package io.spindrift.experiment.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonFigureTest {
  @BeforeEach
  void needsFonts() {
    Assumptions.assumeTrue(Fonts.trouble().isEmpty(), "this machine has no fonts for Java");
  }

  @Test
  void aForestNamesEachSeedTheMeanAndTheMargin() {
    String svg = forest().svg();
    assertThat(svg)
        .contains("seed 1", "seed 2", "mean of 3", "within the margin", "difference of FID")
        .contains("var(--hardware)", "var(--accent)", "var(--second)")
        .doesNotContain("NaN");
  }

  @Test
  void aForestShowsTheWholeMarginAndEveryInterval() {
    String narrow =
        new ForestFigure("forest", "difference", 40).add("seed 1", 0, -1, 1).draw("c", 600).svg();
    assertThat(narrow).contains("−40", "40");
    String wide =
        new ForestFigure("forest", "difference", 1).add("seed 1", 30, -1, 80).draw("c", 600).svg();
    assertThat(wide).contains("80");
    assertThatThrownBy(() -> new ForestFigure("forest", "difference", Double.NaN))
        .hasMessageContaining("margin must be positive");
  }

  @Test
  void aToleranceFigureShowsSoftwareMarginAndThreshold() {
    String svg = tolerance().svg();
    assertThat(svg)
        .contains("software noise", "software + margin", "threshold", "bits a sample")
        .doesNotContain("NaN");
  }

  @Test
  void samplersAreDrawnOverCallsAndOverTime() {
    SamplerFigure figure = samplers();
    assertThat(figure.overCalls("calls", "c", 600, 380).svg())
        .contains("ddpm", "dpm2m", "network calls an image")
        .doesNotContain("NaN");
    assertThat(figure.overTime("time", "c", 600, 380).svg()).contains("time an image (ms)");
  }

  private static Figure forest() {
    return new ForestFigure("forest", "difference of FID, hardware minus software", 0.5)
        .add("seed 1", 0.12, -0.2, 0.44)
        .add("seed 2", -0.21, -0.5, 0.1)
        .add("seed 3", 0.02, -0.3, 0.33)
        .pooled("mean of 3", -0.02, -0.3, 0.26)
        .draw("caption", 640);
  }

  private static Figure tolerance() {
    double[] bits = {64, 32, 16, 8, 4};
    return new ToleranceFigure(
            "tolerance", Axis.logarithmic("bits a sample", ""), Axis.linear("FID"), bits)
        .measured(
            "hardware noise",
            Ink.HARDWARE,
            bits,
            new double[] {5.1, 5.0, 5.2, 5.6, 8.4},
            new double[] {4.9, 4.8, 5.0, 5.3, 8},
            new double[] {5.3, 5.2, 5.4, 5.9, 8.9})
        .software(5, 4.8, 5.2, 0.5)
        .threshold(8.3, 7, 10)
        .draw("caption", 640, 380);
  }

  private static SamplerFigure samplers() {
    double[] steps = {10, 20, 50, 250, 1000};
    return new SamplerFigure("FID")
        .add(
            "ddpm",
            steps,
            new double[] {2, 4, 10, 50, 200},
            new double[] {80, 40, 15, 6, 5},
            new double[] {78, 38, 14, 5.6, 4.7},
            new double[] {82, 42, 16, 6.4, 5.3})
        .add(
            "dpm2m",
            new double[] {10, 20, 50},
            new double[] {2, 4, 10},
            new double[] {9, 6, 5.2},
            new double[] {8.6, 5.7, 4.9},
            new double[] {9.4, 6.3, 5.5});
  }
}
