package io.spindrift.memory.circuit;

/**
 * What came of writing a row.
 *
 * @param attempts rounds of pulses
 * @param cellsPulsed pulses that cells took, over all rounds
 * @param seenWrong cells that the last reading found wrong; those still to be pulsed when the
 *     rounds were used up, or -1 when the write did not read back
 * @param wrong cells that are wrong in truth, stuck ones included
 */
public record WriteOutcome(int attempts, long cellsPulsed, int seenWrong, int wrong) {
  /** Whether the write ended with a reading that found every cell right. */
  public boolean verified() {
    return seenWrong == 0;
  }
}
