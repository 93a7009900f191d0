package io.spindrift.memory.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The claim under one reading against one conventional generator.
 *
 * @param reading what is compared
 * @param rival the conventional generator
 * @param cellOnly how many times better the cell alone is, empty where a figure is unknown
 * @param withPeriphery how many times better a column with its periphery is
 */
public record Verdict(
    Reading reading, Technology rival, OptionalDouble cellOnly, OptionalDouble withPeriphery) {
  private static final double LARGEST_PLAIN = 9999.5;

  /** Every reading against every conventional generator, reading by reading. */
  public static List<Verdict> of(List<Comparison> comparisons) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Reading reading : Reading.values()) {
      comparisons.stream()
          .filter(c -> c.reading() == reading && c.technology().isConventional())
          .map(Comparison::technology)
          .distinct()
          .forEach(rival ->
              verdicts.add(
                  new Verdict(
                      reading,
                      rival,
                      advantage(comparisons, reading, rival, Scope.CELL_ONLY),
                      advantage(comparisons, reading, rival, Scope.WITH_PERIPHERY))));
    }
    return verdicts;
  }

  private static OptionalDouble advantage(
      List<Comparison> comparisons, Reading reading, Technology rival, Scope scope) {
    return comparisons.stream()
        .filter(c -> c.reading() == reading && c.scope() == scope && c.technology().equals(rival))
        .findFirst()
        .map(Comparison::advantage)
        .orElse(OptionalDouble.empty());
  }

  /** The verdict in one sentence. */
  public String sentence() {
    if (cellOnly.isEmpty() || withPeriphery.isEmpty()) {
      return "By %s there is no verdict beside %s: a figure is not known."
          .formatted(reading.words(), rival.name());
    }
    String cell = Claim.of(cellOnly).words();
    String periphery = Claim.of(withPeriphery).words();
    return "By %s, %s cell only and %s with periphery than %s: the claim %s."
        .formatted(
            reading.words(),
            factor(cellOnly.getAsDouble()),
            factor(withPeriphery.getAsDouble()),
            rival.name(),
            cell.equals(periphery) ? cell : cell + " cell only, " + periphery + " with periphery");
  }

  private static String factor(double advantage) {
    boolean better = advantage > 1;
    double times = better ? advantage : 1 / advantage;
    String number =
        times < LARGEST_PLAIN
            ? new BigDecimal(times).round(new MathContext(3)).toPlainString()
            : String.format(Locale.ROOT, "%.1e", times).replace("e+0", "e").replace("e+", "e");
    return number + (better ? " times better" : " times worse");
  }
}
