package io.spindrift.experiment.report;

import io.spindrift.experiment.run.Metrics;
import io.spindrift.experiment.run.RunState;
import io.spindrift.experiment.run.RunState.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole page of a report: head, summary, sections and foot in one file. */
final class Page {
  private static final List<Section> SECTIONS =
      List.of(
          new QualitySection(),
          new DeviceSection(),
          new RandomnessSection(),
          new MemorySection(),
          new DiffusionSection(),
          new CostSection(),
          new LimitsSection(),
          new ReferencesSection());

  static String html(RunFiles run, Figures figures) {
    Map<Section, String> bodies = new LinkedHashMap<>();
    SECTIONS.forEach(s -> s.html(run, figures).ifPresent(html -> bodies.put(s, html)));
    StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head>");
    page.append("<meta charset=\"utf-8\"><meta name=\"viewport\"");
    page.append(" content=\"width=device-width,initial-scale=1\"><meta name=\"color-scheme\"");
    page.append(" content=\"light dark\"><title>").append(Html.text(run.metrics().name()));
    page.append(" · Spindrift</title><style>").append(Resource.text("report.css"));
    page.append("</style></head><body><main>").append(header(run)).append(contents(bodies));
    page.append(Cards.html(run.metrics()));
    int number = 1;
    for (Map.Entry<Section, String> body : bodies.entrySet()) {
      page.append("<section id=\"").append(body.getKey().id()).append("\"><h2><span>");
      page.append(number++).append("</span>").append(body.getKey().title()).append("</h2>");
      page.append(body.getValue()).append("</section>");
    }
    return page.append(footer(run.metrics())).append("</main></body></html>\n").toString();
  }

  private static String header(RunFiles run) {
    RunState state = run.state();
    String unfinished =
        state.status() == Status.STOPPED || state.status() == Status.FAILED
            ? "<p class=\"banner\">This run is not finished: "
                + Html.text(String.valueOf(state.message()))
                + " What follows is what it had found.</p>"
            : "";
    return "<header><div class=\"brand\">Spindrift</div><h1>"
        + Html.text(run.metrics().name())
        + "</h1><p class=\"tag\">From one magnetic junction to generated images and their cost</p>"
        + Html.facts(
            List.of(
                List.of("begun", Html.text(state.begun())),
                List.of("size", Html.text(state.size())),
                List.of("seed", Long.toString(run.metrics().seed())),
                List.of("version", Html.text(state.versions().getOrDefault("spindrift", "")))))
        + command(state.command())
        + "</header>"
        + unfinished;
  }

  /** The command, broken between its words only. */
  private static String command(String line) {
    StringBuilder html = new StringBuilder("<p class=\"command\"><code>");
    for (String word : line.split(" ", -1)) {
      html.append("<span>").append(Html.text(word)).append("</span> ");
    }
    return html.append("</code></p>").toString();
  }

  private static String contents(Map<Section, String> bodies) {
    StringBuilder html = new StringBuilder("<nav>");
    for (Section section : bodies.keySet()) {
      html.append("<a href=\"#").append(section.id()).append("\">").append(section.title());
      html.append("</a>");
    }
    return html.append("</nav>").toString();
  }

  private static String footer(Metrics metrics) {
    StringBuilder html = new StringBuilder("<footer><h3>Stages and versions</h3>");
    html.append(
        Html.facts(
            metrics.stages().stream()
                .map(s -> List.of(Html.text(s.name()), Html.number(s.seconds()) + " s"))
                .toList()));
    html.append(
        Html.facts(
            metrics.versions().entrySet().stream()
                .map(v -> List.of(Html.text(v.getKey()), Html.text(v.getValue())))
                .toList()));
    return html.append("<p class=\"note\">Every number on this page stands in metrics.json, every")
        .append(" curve in a Parquet table, beside the resolved configuration in config.yaml.</p>")
        .append("</footer>")
        .toString();
  }

  private Page() {}
}
