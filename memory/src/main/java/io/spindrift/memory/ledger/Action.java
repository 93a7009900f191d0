package io.spindrift.memory.ledger;

/** What the simulated hardware does and is charged for. */
public enum Action {
  /** A voltage pulse that brings a cell to its start state. */
  RESET_PULSE,
  /** A voltage pulse whose outcome is random. */
  COIN_PULSE,
  /** A deterministic write pulse. */
  WRITE_PULSE,
  /** One cell read by a sense amplifier. */
  CELL_READ,
  /** One word line raised. */
  ROW_ACTIVATION,
  /** One exclusive-or of two bits in periphery. */
  XOR,
  /** One bit added to a counter. */
  BIT_COUNT,
  /** One multiply-accumulate of the digital denoiser. */
  MULTIPLY_ACCUMULATE,
  /** One byte moved to or from off-chip memory. */
  OFF_CHIP_BYTE
}
