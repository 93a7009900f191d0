package io.spindrift.experiment.report;

import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The frame that certificates of bits and of Gaussian samples share: one file, nothing loaded. */
final class CertificatePage {
  /** What a verdict looks like. */
  enum Stamp {
    PASSED("second", "passed"),
    FAILED("accent", "failed"),
    UNDECIDED("reference", "undecided");

    private final String ink;
    private final String words;

    Stamp(String ink, String words) {
      this.ink = ink;
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final StringBuilder body = new StringBuilder();
  private final CertificateSubject subject;
  private final String kind;
  private int sections;

  CertificatePage(CertificateSubject subject, String kind, String tag, List<List<String>> facts) {
    this.subject = subject;
    this.kind = kind;
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("size of the file", Html.whole(subject.bytes()) + " bytes"));
    all.add(List.of("read as", Html.text(subject.layout())));
    all.addAll(facts);
    Long seed = subject.seed();
    all.add(List.of("seed", seed == null ? "none: nothing is random here" : Long.toString(seed)));
    body.append("<header><div class=\"brand\">Spindrift · ").append(kind).append("</div><h1>");
    body.append(Html.text(subject.fileName())).append("</h1><p class=\"tag\">").append(tag);
    body.append("</p>").append(Html.facts(all));
    if (!subject.sha256().isEmpty()) {
      body.append("<p class=\"command\"><code>SHA-256 ").append(subject.sha256());
      body.append("</code></p>");
    }
    body.append("</header>");
  }

  /** Cards with a label, a large value and a detail; all HTML already. */
  CertificatePage cards(List<List<String>> cards, Stamp stamp) {
    body.append("<div class=\"cards certificate\">");
    for (int i = 0; i < cards.size(); i++) {
      List<String> card = cards.get(i);
      String ink = i == 0 ? stamp.ink : "hardware";
      body.append("<div class=\"card\" style=\"--mark:var(--").append(ink).append(")\">");
      body.append("<div class=\"label\">").append(card.get(0)).append("</div>");
      body.append("<div class=\"value\">").append(card.get(1)).append("</div>");
      body.append("<div class=\"detail\">").append(card.get(2)).append("</div></div>");
    }
    body.append("</div>");
    return this;
  }

  CertificatePage section(String title, String html) {
    sections++;
    body.append("<section><h2><span>").append(sections).append("</span>").append(title);
    body.append("</h2>").append(html).append("</section>");
    return this;
  }

  /** Figures two to a row. */
  static String figures(List<Supplier<Figure>> figures) {
    if (Fonts.trouble().isPresent()) {
      return "<p class=\"note\">" + Html.text(Fonts.trouble().orElseThrow()) + "</p>";
    }
    StringBuilder html = new StringBuilder("<div class=\"pair\">");
    for (Supplier<Figure> figure : figures) {
      Figure drawn = figure.get();
      html.append(Html.figure(drawn.svg(), drawn.caption()));
    }
    return html.append("</div>").toString();
  }

  static String list(List<String> items) {
    StringBuilder html = new StringBuilder("<ul class=\"limits\">");
    items.forEach(item -> html.append("<li>").append(item).append("</li>"));
    return html.append("</ul>").toString();
  }

  static String verdict(boolean applicable, boolean rejected) {
    return !applicable
        ? "<span class=\"none\">does not apply</span>"
        : rejected ? "<span class=\"fail\">rejected</span>" : "<span class=\"pass\">stands</span>";
  }

  /** A level such as 0.01 as a percentage. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.3g %%", 100 * share).replace(".00 %", " %");
  }

  String html() {
    StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head>");
    page.append("<meta charset=\"utf-8\"><meta name=\"viewport\"");
    page.append(" content=\"width=device-width,initial-scale=1\"><meta name=\"color-scheme\"");
    page.append(" content=\"light dark\"><title>").append(Html.text(subject.fileName()));
    page.append(" · ").append(kind).append("</title><style>");
    page.append(Resource.text("report.css")).append(Resource.text("certificate.css"));
    page.append("</style></head><body><main>").append(body);
    page.append("<footer><h3>Made by</h3><p class=\"command\"><code>");
    for (String word : subject.command()) {
      page.append("<span>").append(Html.text(word)).append("</span> ");
    }
    page.append("</code></p><p class=\"note\">Spindrift ").append(Html.text(subject.version()));
    page.append(
        ". The same file, options and seed give this page again, bit for bit, on any number");
    page.append(" of threads.</p></footer>");
    return page.append("</main></body></html>\n").toString();
  }
}
