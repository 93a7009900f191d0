package io.spindrift.memory.cost;

/** How much of the hardware a figure includes. */
public enum Scope {
  /** One cell and its pulses alone. */
  CELL_ONLY("cell only"),
  /**
   * Pulses, reads, row activations and XORs; the area of a whole column with its share of
   * periphery, since one row of an array works at a time.
   */
  WITH_PERIPHERY("with periphery");

  private final String words;

  Scope(String words) {
    this.words = words;
  }

  /** The scope in words, for reports. */
  public String words() {
    return words;
  }
}
