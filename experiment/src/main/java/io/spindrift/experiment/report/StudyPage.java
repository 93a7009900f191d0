package io.spindrift.experiment.report;

import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Fonts;
import java.util.List;
import java.util.Map;

/** The page of a study, one file that opens offline: head, then blocks in the order of calls. */
public final class StudyPage {
  private final StringBuilder body = new StringBuilder();
  private final String title;

  /** Begins a page with a title, one line below it and the command that made it. */
  public StudyPage(String title, String tag, String command) {
    this.title = title;
    body.append("<header><div class=\"brand\">Spindrift</div><h1>").append(Html.text(title));
    body.append("</h1><p class=\"tag\">").append(Html.text(tag)).append("</p>");
    body.append("<p class=\"command\"><code>").append(Html.text(command)).append("</code></p>");
    body.append("</header>");
  }

  /** A heading. */
  public StudyPage heading(String words) {
    body.append("<h3>").append(Html.text(words)).append("</h3>");
    return this;
  }

  /** A paragraph of plain text. */
  public StudyPage paragraph(String words) {
    body.append(Html.paragraph(Html.text(words)));
    return this;
  }

  /** A paragraph that stands out. */
  public StudyPage banner(String words) {
    body.append("<p class=\"banner\">").append(Html.text(words)).append("</p>");
    return this;
  }

  /** A table of plain text whose first column is set to the left. */
  public StudyPage table(List<String> heads, List<List<String>> rows) {
    List<List<String>> cells =
        rows.stream().map(row -> row.stream().map(Html::text).toList()).toList();
    body.append(Html.table(heads.stream().map(Html::text).toList(), List.of(0), cells));
    return this;
  }

  /** A figure with its caption, unless this machine has no fonts. */
  public StudyPage figure(Figure figure) {
    if (Fonts.trouble().isPresent()) {
      return paragraph(Fonts.trouble().get());
    }
    body.append(Html.figure(figure.svg(), figure.caption()));
    return this;
  }

  /** Pictures side by side, each under the caption that is its key. */
  public StudyPage pictures(Map<String, byte[]> pictures) {
    body.append("<div class=\"grids\">");
    pictures.forEach((caption, png) -> body.append(Html.figure(Html.image(png, caption), caption)));
    body.append("</div>");
    return this;
  }

  /** The page. */
  public String html() {
    return "<!doctype html>\n"
        + "<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
        + " content=\"width=device-width,initial-scale=1\"><meta name=\"color-scheme\""
        + " content=\"light dark\"><title>"
        + Html.text(title)
        + " · Spindrift</title><style>"
        + Resource.text("report.css")
        + "</style></head><body><main>"
        + body
        + "</main></body></html>\n";
  }
}
