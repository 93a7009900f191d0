package io.spindrift.diffusion.noise;

import java.util.ArrayList;
import java.util.List;

/** An imperfection in a few words, such as {@code P(1) = 0.55, correlation 0.1}. */
final class ImperfectionWords {
  static String of(NoiseImperfection imperfection) {
    List<String> words = new ArrayList<>();
    if (imperfection.probabilityOfOne() != 0.5) {
      words.add(number("P(1) = %s", imperfection.probabilityOfOne()));
    }
    if (imperfection.correlation() > 0) {
      words.add(number("correlation %s", imperfection.correlation()));
    }
    BiasDrift drift = imperfection.drift();
    if (drift.any()) {
      words.add(
          number("drift %s", drift.amount())
              + " in "
              + drift.interval()
              + " "
              + drift.clock()
              + "s");
    }
    CellVariation cells = imperfection.cells();
    if (cells.logitSpread() > 0) {
      words.add(number("logit spread %s", cells.logitSpread()));
    }
    if (cells.stuckAtZero() + cells.stuckAtOne() > 0) {
      words.add(
          number("%s stuck at 0", cells.stuckAtZero())
              + number(" and %s at 1", cells.stuckAtOne()));
    }
    if (cells.any()) {
      words.add(cells.cells() + (cells.rotated() ? " cells rotated" : " cells fixed"));
    }
    return words.isEmpty() ? "ideal" : "imperfect (" + String.join(", ", words) + ")";
  }

  private static String number(String format, double value) {
    return format.formatted(value == 0 ? "0" : Double.toString(value));
  }

  private ImperfectionWords() {}
}
