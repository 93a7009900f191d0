package io.spindrift.experiment.report;

import java.util.Optional;

/** The works that the run rests on. */
final class ReferencesSection implements Section {
  @Override
  public String id() {
    return "references";
  }

  @Override
  public String title() {
    return "References";
  }

  @Override
  public Optional<String> html(RunFiles run, Figures figures) {
    StringBuilder html = new StringBuilder("<ol class=\"references\">");
    Bibliography.items().forEach(i -> html.append("<li>").append(i).append("</li>"));
    return Optional.of(html.append("</ol>").toString());
  }
}
