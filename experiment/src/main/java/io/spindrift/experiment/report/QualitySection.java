package io.spindrift.experiment.report;

import io.spindrift.experiment.run.StageReading.FidReading;
import io.spindrift.experiment.run.StageReading.Interval;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fréchet distances and further metrics of both kinds of noise and of the floor. */
final class QualitySection implements Section {
  @Override
  public String id() {
    return "quality";
  }

  @Override
  public String title() {
    return "Image quality";
  }

  @Override
  public Optional<String> html(RunFiles run, Figures figures) {
    return Optional.ofNullable(run.metrics().fid())
        .map(f ->
            figures.distances().orElse("")
                + table(f)
                + others(f)
                + warnings(f)
                + Html.paragraph(verdict(f))
                + network(run));
  }

  /** One sentence on whether the two kinds of noise can be told apart. */
  static String verdict(FidReading f) {
    boolean apart =
        f.hardware().low() > f.software().high() || f.software().low() > f.hardware().high();
    return apart
        ? "The two intervals do not overlap: at this size of run, "
            + (f.hardware().value() < f.software().value() ? "hardware" : "software")
            + " noise gave the smaller distance. One training of each is compared, so the spread"
            + " between trainings is not in the intervals."
        : "The two intervals overlap: at this size of run the distances do not tell hardware noise"
            + " from software noise. One training of each is compared, so the spread between"
            + " trainings is not in the intervals.";
  }

  private static String warnings(FidReading f) {
    return f.warnings().stream()
        .map(w -> "<p class=\"banner\">Take care: " + Html.text(w) + ".</p>")
        .collect(Collectors.joining());
  }

  private static String table(FidReading f) {
    return Html.table(
        List.of(
            "against " + Html.whole(f.heldOutCount()) + " held-out images",
            "Fréchet distance",
            "interval",
            "images"),
        List.of(0),
        List.of(
            row("hardware noise", f.hardware()),
            row("software noise", f.software()),
            row("floor: real training images", f.floor())));
  }

  /** Further metrics, each with its interval; empty for runs of earlier versions. */
  private static String others(FidReading f) {
    return f.others().isEmpty()
        ? ""
        : Html.table(
            List.of("", "hardware noise", "software noise", "floor"),
            List.of(0),
            f.others().stream()
                .map(
                    m -> List.of(m.name(), cell(m.hardware()), cell(m.software()), cell(m.floor())))
                .toList());
  }

  private static String cell(Interval i) {
    return "<b>" + Html.number(i.value(), 3) + "</b> (" + range(i) + ")";
  }

  private static String network(RunFiles run) {
    return Files.isRegularFile(run.directory().file(RunFiles.EXTRACTOR))
        ? Html.paragraph(
            "The feature network was trained by this run on its training images: <code>"
                + RunFiles.EXTRACTOR
                + "</code>.")
        : "";
  }

  private static List<String> row(String name, Interval i) {
    return List.of(
        name, "<b>" + Html.number(i.value(), 4) + "</b>", range(i), Html.whole(i.count()));
  }

  static String range(Interval i) {
    return Html.number(i.low()) + " … " + Html.number(i.high());
  }
}
