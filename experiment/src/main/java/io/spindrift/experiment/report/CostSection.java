package io.spindrift.experiment.report;

import io.spindrift.experiment.run.CostReading.ClaimReading;
import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.ImageCost;
import io.spindrift.experiment.run.CostReading.TechnologyReading;
import io.spindrift.numerics.quantity.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Energy and area of a random bit beside other generators, and of one image. */
final class CostSection implements Section {
  private static final String OPEN_READING = "energy x area";

  @Override
  public String id() {
    return "cost";
  }

  @Override
  public String title() {
    return "Energy and area";
  }

  @Override
  public Optional<String> html(RunFiles run, Figures figures) {
    return Optional.ofNullable(run.metrics().cost())
        .map(c ->
            figures.energyPerBit().orElse("")
                + technologies(c)
                + figures.areaEnergy().orElse("")
                + CostTables.areas(c)
                + "<h3>The published claim, reading by reading</h3>"
                + claims(c.claims())
                + verdicts(c.verdicts())
                + "<h3>One sampled image</h3>"
                + image(c.image())
                + "<h3>Where the energy goes</h3>"
                + figures.energyWaterfall().orElse("")
                + CostTables.stages(c)
                + "<h3>What moves the verdict</h3>"
                + tornados(c, figures.tornados())
                + "<h3>Every price</h3>"
                + CostTables.prices(c));
  }

  private static String technologies(CostComparison cost) {
    List<List<String>> rows = new ArrayList<>();
    cost.generators().forEach(t -> rows.add(row(t, true)));
    cost.technologies().forEach(t -> rows.add(row(t, false)));
    return Html.table(
        List.of(
            "generator", "J/bit", "area", "bit/s", "bit/s/m²", "J·m²", "J/m²", "kind and source"),
        List.of(0, 7),
        rows);
  }

  private static List<String> row(TechnologyReading t, boolean ours) {
    String name = Html.text(t.name());
    return List.of(
        ours ? "<b>" + name + "</b>" : name,
        Html.known(t.joulesPerBit(), Dimension.ENERGY),
        squareMicrometers(t.squareMetersPerGenerator()),
        Html.known(t.bitsPerSecond()),
        Html.known(t.bitsPerSecondPerSquareMeter()),
        Html.known(t.joulesTimesSquareMeters()),
        Html.known(t.joulesPerSquareMeter()),
        "<span class=\"source\"><b>"
            + Html.text(t.kind())
            + "</b> · "
            + Html.text(t.source())
            + "</span>");
  }

  private static String squareMicrometers(@Nullable Double squareMeters) {
    return squareMeters == null ? "–" : Html.number(squareMeters * 1e12) + " µm²";
  }

  private static String claims(List<ClaimReading> claims) {
    List<List<String>> rows =
        claims.stream()
            .map(c ->
                List.of(
                    Html.text(c.reading()),
                    Html.text(c.scope()),
                    Html.known(c.lowest()) + " … " + Html.known(c.highest()),
                    Integer.toString(c.rivals()),
                    outcomes(c)))
            .toList();
    return Html.paragraph(
            "The paper (Cheng et al. 2025) states an energy per bit per area about 10³ better than"
                + " conventional hardware; its definition is not given in the text that is public."
                + " The advantage is how many times better this run is than a generator in measured"
                + " silicon; below one it is worse.")
        + Html.table(
            List.of("reading", "scope", "advantage", "generators", "the claim of about 10³"),
            List.of(0, 1, 4),
            rows);
  }

  private static String verdicts(List<String> sentences) {
    return folded(
        "The verdict beside each generator in measured silicon",
        sentences.stream().map(v -> "<li>" + Html.text(v) + "</li>").toList(),
        "<ul>",
        "</ul>");
  }

  /** The reading under which parameters decide is open; the others can be unfolded. */
  private static String tornados(CostComparison cost, List<String> drawn) {
    if (drawn.isEmpty()) {
      return "";
    }
    int open = 0;
    for (int i = 0; i < cost.sensitivities().size(); i++) {
      open = cost.sensitivities().get(i).reading().startsWith(OPEN_READING) ? i : open;
    }
    List<String> others = new ArrayList<>(drawn);
    String first = others.remove(Math.min(open, drawn.size() - 1));
    return first + folded("The same under the other readings", others, "", "");
  }

  private static String folded(String title, List<String> items, String before, String after) {
    return items.isEmpty()
        ? ""
        : "<details><summary>"
            + Html.text(title)
            + "</summary>"
            + before
            + String.join("", items)
            + after
            + "</details>";
  }

  private static String outcomes(ClaimReading claim) {
    return claim.outcomes().entrySet().stream()
        .map(e -> Html.text(e.getKey()) + " for " + e.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String image(ImageCost image) {
    List<List<String>> rows =
        image.parts().entrySet().stream()
            .map(e ->
                List.of(
                    Html.text(e.getKey()),
                    Html.quantity(e.getValue(), Dimension.ENERGY),
                    "<span class=\"source\">"
                        + Html.text(image.sources().getOrDefault(e.getKey(), ""))
                        + "</span>"))
            .toList();
    return Html.table(List.of("part", "energy", "price from"), List.of(0, 2), rows)
        + Html.paragraph(
            "The noise of one image takes the array "
                + Html.quantity(image.noiseSeconds(), Dimension.TIME)
                + ".");
  }
}
