package io.spindrift.experiment.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The look that all figures share. */
final class Theme {
  static final Font LABEL = new Font(Fonts.FAMILY, Font.PLAIN, 13);
  static final Font TICK = new Font(Fonts.FAMILY, Font.PLAIN, 12);
  static final Stroke LINE = stroke(2f);
  static final Stroke THIN = stroke(1f);
  static final Stroke DASHED =
      new BasicStroke(
          1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 4f}, 0f);

  private static final Color CLEAR = new Color(0, 0, 0, 0);

  static Stroke stroke(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  static JFreeChart chart(Plot plot, boolean legend) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(6, 4, 2, 12));
    JFreeChart chart = new JFreeChart(null, LABEL, plot, legend);
    chart.setBackgroundPaint(null);
    chart.setBorderVisible(false);
    chart.setPadding(new RectangleInsets(2, 2, 2, 2));
    LegendTitle title = chart.getLegend();
    if (title != null) {
      title.setPosition(RectangleEdge.TOP);
      title.setHorizontalAlignment(HorizontalAlignment.LEFT);
      title.setItemFont(TICK);
      title.setItemPaint(Ink.TEXT.color());
      title.setBackgroundPaint(CLEAR);
      title.setFrame(BlockBorder.NONE);
      title.setPadding(0, 44, 0, 0);
      title.setItemLabelPadding(new RectangleInsets(2, 5, 2, 16));
    }
    return chart;
  }

  static <A extends Axis> A style(A axis) {
    axis.setLabelFont(LABEL);
    axis.setTickLabelFont(TICK);
    axis.setLabelPaint(Ink.TEXT.color());
    axis.setTickLabelPaint(Ink.TEXT.color());
    axis.setAxisLinePaint(Ink.REFERENCE.color());
    axis.setTickMarkPaint(Ink.REFERENCE.color());
    axis.setTickMarkOutsideLength(4f);
    return axis;
  }

  private Theme() {}
}
