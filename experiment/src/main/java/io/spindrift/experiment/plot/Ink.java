package io.spindrift.experiment.plot;

import java.awt.Color;

/**
 * The colours of a figure, readable on white and on near-black.
 *
 * <p>Text and grid colours are replaced by the page's own when a figure is drawn into a page, so
 * that a figure follows the reader's light or dark setting.
 */
public enum Ink {
  /** Hardware noise, the subject of every comparison. */
  HARDWARE(0x2C7FB8, "var(--hardware)"),
  /** Software noise. */
  SOFTWARE(0xD9822B, "var(--software)"),
  /** Real images, theory and other references. */
  REFERENCE(0x6B7685, "var(--reference)"),
  /** A second quantity of the hardware. */
  SECOND(0x3F9C7A, "var(--second)"),
  /** A point to look at. */
  ACCENT(0xB2476F, "var(--accent)"),
  /** Text and axes. */
  TEXT(0x333B47, "var(--ink)"),
  /** Grid lines. */
  GRID(0xDFE3E8, "var(--grid)");

  private final Color color;
  private final String variable;

  Ink(int rgb, String variable) {
    this.color = new Color(rgb);
    this.variable = variable;
  }

  /** The colour on white paper. */
  public Color color() {
    return color;
  }

  /** The colour, translucent. */
  public Color faint() {
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), 52);
  }

  /** The name of the colour in the style sheet of a page, as a CSS value. */
  public String variable() {
    return variable;
  }
}
