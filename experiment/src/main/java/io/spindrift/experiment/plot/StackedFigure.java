package io.spindrift.experiment.plot;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Panels above each other over one horizontal axis. */
public final class StackedFigure {
  private static final double GAP = 14;

  private final String name;
  private final Axis horizontal;
  private final List<XYPlot> panels = new ArrayList<>();
  private final List<Integer> weights = new ArrayList<>();

  /** Begins a figure named {@code name} over a horizontal axis. */
  public StackedFigure(String name, Axis horizontal) {
    this.name = name;
    this.horizontal = horizontal;
  }

  /** Adds a panel below those before it; heights are shared out by weight. */
  public StackedFigure add(LineFigure panel, int weight) {
    panels.add(panel.plot());
    weights.add(weight);
    return this;
  }

  /** Draws the figure. */
  public Figure draw(String caption, int width, int height) {
    CombinedDomainXYPlot stack = new CombinedDomainXYPlot(Theme.style(horizontal.build()));
    stack.setGap(GAP);
    for (int i = 0; i < panels.size(); i++) {
      XYPlot panel = panels.get(i);
      panel.setBackgroundPaint(null);
      panel.setOutlineVisible(false);
      panel.setInsets(new RectangleInsets(0, 0, 0, 0));
      stack.add(panel, weights.get(i));
    }
    return new Figure(name, caption, width, height, Theme.chart(stack, true));
  }
}
