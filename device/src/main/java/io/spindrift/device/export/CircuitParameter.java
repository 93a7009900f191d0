package io.spindrift.device.export;

/**
 * One number of a circuit model.
 *
 * @param name identifier in the model's text
 * @param value value in the unit
 * @param unit SI unit, empty for a plain number
 * @param meaning what it is, with its symbol
 * @param source where the value comes from
 */
public record CircuitParameter(
    String name, double value, String unit, String meaning, String source) {
  /** Unit, meaning and source as one line of a comment, without characters that end one. */
  String comment() {
    String text = (unit.isEmpty() ? "" : unit + ", ") + meaning + " [" + source + "]";
    return text.replaceAll("[\\p{Cntrl};$]", " ");
  }
}
