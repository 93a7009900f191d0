package io.spindrift.experiment.plot;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Optional;

/** Whether this machine can draw text; asked once. */
public final class Fonts {
  static final String FAMILY = Font.SANS_SERIF;

  private static final Optional<String> TROUBLE = probe();

  /**
   * The sentence that says what is missing when figures cannot be drawn, empty when they can.
   *
   * <p>Java lays out text through the system's fontconfig and at least one font; a minimal machine
   * has neither, and the failure is an error deep in the toolkit.
   */
  public static Optional<String> trouble() {
    return TROUBLE;
  }

  private static Optional<String> probe() {
    try {
      System.setProperty("java.awt.headless", "true");
      FontRenderContext context = new FontRenderContext(null, true, true);
      boolean drawable =
          new Font(FAMILY, Font.PLAIN, 12).getStringBounds("Spindrift", context).getWidth() > 0;
      return drawable ? Optional.empty() : Optional.of(sentence());
    } catch (RuntimeException | LinkageError | InternalError e) {
      return Optional.of(sentence());
    }
  }

  private static String sentence() {
    return "Figures are left out because this machine has no fonts for Java: install fontconfig and"
        + " a font (on Debian: fontconfig and fonts-dejavu-core), then make the report again.";
  }

  private Fonts() {}
}
