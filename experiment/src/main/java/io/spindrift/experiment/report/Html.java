package io.spindrift.experiment.report;

import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Small pieces of HTML and the way numbers are printed in them. */
final class Html {
  private static final String[] SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹".split("");

  /** Text with the characters that mean something in HTML replaced. */
  static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A table; cells are HTML already, and columns named in {@code left} are set to the left. */
  static String table(List<String> heads, List<Integer> left, List<List<String>> rows) {
    StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><thead><tr>");
    for (int c = 0; c < heads.size(); c++) {
      html.append(left.contains(c) ? "<th class=\"l\">" : "<th>").append(heads.get(c));
      html.append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      html.append("<tr>");
      for (int c = 0; c < row.size(); c++) {
        html.append(left.contains(c) ? "<td class=\"l\">" : "<td>").append(row.get(c));
        html.append("</td>");
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table></div>").toString();
  }

  /** A list of names with their values. */
  static String facts(List<List<String>> pairs) {
    StringBuilder html = new StringBuilder("<dl class=\"facts\">");
    for (List<String> pair : pairs) {
      html.append("<div><dt>").append(pair.get(0)).append("</dt><dd>").append(pair.get(1));
      html.append("</dd></div>");
    }
    return html.append("</dl>").toString();
  }

  /** A figure with its caption; {@code content} is HTML already. */
  static String figure(String content, String caption) {
    return "<figure>" + content + "<figcaption>" + text(caption) + "</figcaption></figure>";
  }

  /** An embedded PNG. */
  static String image(byte[] png, String description) {
    return "<img class=\"pixels\" alt=\""
        + text(description)
        + "\" src=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(png)
        + "\">";
  }

  /** A paragraph; {@code content} is HTML already. */
  static String paragraph(String content) {
    return "<p>" + content + "</p>";
  }

  /** A number to three significant digits. */
  static String number(double value) {
    return number(value, 3);
  }

  /** A number to some significant digits, with a power of ten where it is far from one. */
  static String number(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    int power = (int) Math.floor(Math.log10(Math.abs(value)));
    if (power < -4 || power > 6) {
      double lead = value / Math.pow(10, power);
      return minus(String.format(Locale.ROOT, "%." + (digits - 1) + "f", lead))
          + "·10"
          + superscript(power);
    }
    return minus(
        new BigDecimal(value)
            .round(new MathContext(Math.max(digits, Math.min(power + 1, 7))))
            .toPlainString());
  }

  /** A number with a fixed number of decimals. */
  static String fixed(double value, int decimals) {
    return minus(String.format(Locale.ROOT, "%." + decimals + "f", value));
  }

  /** A whole number with thin spaces between thousands. */
  static String whole(long value) {
    return minus(String.format(Locale.ROOT, "%,d", value).replace(",", "\u202F"));
  }

  /** A quantity to three significant digits with an engineering prefix. */
  static String quantity(double si, Dimension dimension) {
    double rounded =
        Double.isFinite(si) ? new BigDecimal(si).round(new MathContext(3)).doubleValue() : si;
    return text(Quantity.print(rounded, dimension).replace(" u", " µ").replace("Ohm", "Ω"));
  }

  /** A quantity, or a dash where it is unknown. */
  static String known(@Nullable Double si, Dimension dimension) {
    return si == null ? "–" : quantity(si, dimension);
  }

  /** A number, or a dash where it is unknown. */
  static String known(@Nullable Double value) {
    return value == null ? "–" : number(value);
  }

  private static String superscript(int power) {
    StringBuilder raised = new StringBuilder(power < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(power)).toCharArray()) {
      raised.append(SUPERSCRIPT[digit - '0']);
    }
    return raised.toString();
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }

  private Html() {}
}
