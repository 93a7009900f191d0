package io.spindrift.experiment.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The works that a run rests on, kept as BibTeX. */
final class Bibliography {
  private static final Pattern ENTRY = Pattern.compile("@\\w+\\{([^,]+),(.*?)\\n}", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile("(\\w+)\\s*=\\s*\\{(.*?)}\\s*(?:,|$)", Pattern.DOTALL);

  /** The BibTeX text. */
  static String bibtex() {
    return Resource.text("references.bib");
  }

  /** One list item of HTML per work. */
  static List<String> items() {
    List<String> items = new ArrayList<>();
    Matcher entries = ENTRY.matcher(bibtex());
    while (entries.find()) {
      Map<String, String> fields = new HashMap<>();
      Matcher field = FIELD.matcher(entries.group(2).strip());
      while (field.find()) {
        fields.put(field.group(1), plain(field.group(2)));
      }
      items.add(item(fields));
    }
    return items;
  }

  private static String item(Map<String, String> fields) {
    StringBuilder html = new StringBuilder();
    html.append(Html.text(authors(fields.getOrDefault("author", ""))));
    html.append("<i>").append(Html.text(fields.getOrDefault("title", ""))).append("</i>. ");
    html.append(Html.text(fields.getOrDefault("journal", ""))).append(" (");
    html.append(Html.text(fields.getOrDefault("year", ""))).append(").");
    link(html, "doi:", "https://doi.org/", fields.getOrDefault("doi", ""));
    link(html, "arXiv:", "https://arxiv.org/abs/", fields.getOrDefault("eprint", ""));
    String note = fields.getOrDefault("note", "");
    return html.append(note.isEmpty() ? "" : " <span class=\"note\">" + Html.text(note) + "</span>")
        .toString();
  }

  private static String authors(String field) {
    String names = field.replace(" and others", " et al.").replace(" and ", "; ");
    return names.isEmpty() ? "" : names.endsWith(".") ? names + " " : names + ". ";
  }

  /** The text of a field without the marks that only typesetting needs. */
  private static String plain(String field) {
    return field.replace("\\_", "_").replace("{", "").replace("}", "");
  }

  private static void link(StringBuilder html, String label, String prefix, String id) {
    if (!id.isEmpty()) {
      html.append(" <a href=\"").append(prefix).append(Html.text(id)).append("\">").append(label);
      html.append(Html.text(id)).append("</a>");
    }
  }

  private Bibliography() {}
}
