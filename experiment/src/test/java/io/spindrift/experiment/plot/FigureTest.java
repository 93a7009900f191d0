package io.spindrift.experiment.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class FigureTest {
  @BeforeEach
  void needsFonts() {
    Assumptions.assumeTrue(Fonts.trouble().isEmpty(), "this machine has no fonts for Java");
  }

  @Test
  void aLineFigureNamesItsAxesAndCurvesAndFollowsThePagesColours() {
    String svg = line().svg();
    assertThat(svg)
        .contains("pulse width (ns)", "out of P")
        .contains("var(--hardware)", "var(--ink)")
        .doesNotContain("NaN");
  }

  @Test
  void theMarkupIsWellFormedAndNamesAFont() throws Exception {
    var text =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(line().svg())))
            .getElementsByTagName("text");
    assertThat(text.getLength()).isPositive();
    assertThat(((Element) text.item(0)).getAttribute("style")).containsPattern("font-size: \\d+px");
  }

  @Test
  void neighbouringTicksAreToldApart() {
    TickFormat ticks = new TickFormat("", 6);
    assertThat(ticks.format(0.0005)).isEqualTo("0.0005");
    assertThat(ticks.format(-0.001)).isEqualTo("\u22120.001");
    assertThat(ticks.format(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(new TickFormat("J", 3).format(1e-14)).isEqualTo("10 fJ");
  }

  @Test
  void theSameFigureIsDrawnTheSameTwice() {
    assertThat(line().svg()).isEqualTo(line().svg());
  }

  @Test
  void aPngHasTheSizeThatWasAskedFor() throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(line().png(2)));
    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(image.getHeight()).isEqualTo(600);
  }

  @Test
  void aLogarithmicAxisIsLabelledWithPrefixes() {
    Figure figure =
        new DotFigure("energy", Axis.logarithmic("energy", "J").between(3e-15, 3e-12))
            .add("this run", Ink.ACCENT, 2e-14)
            .add("another", Ink.REFERENCE, 1e-12, 5e-13, 2e-12)
            .draw("caption", 600);
    assertThat(figure.svg()).contains("this run", "another").doesNotContain("NaN");
  }

  private static Figure line() {
    double[] x = {1, 2, 3};
    double[] y = {0.1, 0.9, 0.5};
    return new LineFigure(
            "curve",
            Axis.linear("pulse width (ns)"),
            Axis.linear("switching probability").between(0, 1))
        .add(
            Curve.of("out of P", Ink.HARDWARE, Curve.Style.POINTS, x, y)
                .band(new double[] {0, 0.8, 0.4}, new double[] {0.2, 1, 0.6}))
        .draw("caption", 400, 300);
  }

  @Test
  void aHeatMapNamesItsAxesAndTheBarOfItsColours() {
    String svg =
        new HeatFigure("map", Axis.linear("pulse width (ns)"), Axis.linear("voltage (V)"))
            .over(new double[] {1, 2}, new double[] {0.5, 0.6, 0.7}, new double[3][2])
            .scale("P(switch)", 0, 1)
            .mark(2, 0.6)
            .draw("a caption", 400, 300)
            .svg();
    // Upright labels are drawn as outlines.
    assertThat(svg).contains("pulse width (ns)", "rgb(68,1,84)").doesNotContain("NaN");
  }

  @Test
  void theColoursOfAScaleRunFromDarkToLight() {
    ColorScale scale = new ColorScale(-1, 1);
    double before = -1;
    for (double value = -1; value <= 1; value += 0.05) {
      java.awt.Color c = scale.color(value);
      double luma = 0.2126 * c.getRed() + 0.7152 * c.getGreen() + 0.0722 * c.getBlue();
      assertThat(luma).isGreaterThan(before);
      before = luma;
    }
    assertThat(scale.color(5)).isEqualTo(scale.color(1));
  }

  @Test
  void aHeatMapOfTheWrongShapeIsRefused() {
    HeatFigure figure = new HeatFigure("map", Axis.linear("x"), Axis.linear("y"));
    assertThatThrownBy(() -> figure.over(new double[2], new double[3], new double[2][2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 rows of 2");
  }
}
