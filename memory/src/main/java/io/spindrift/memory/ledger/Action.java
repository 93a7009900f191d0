package io.spindrift.memory.ledger;

/** What the simulated hardware does and is charged for. */
public enum Action {
  /** A voltage pulse that brings a cell to its start state. */
  RESET_PULSE,
  /** A voltage pulse whose outcome is random. */
  COIN_PULSE,
  /** A voltage pulse that toggles a cell by half a turn of precession. */
  TOGGLE_PULSE,
  /** A deterministic write pulse. */
  WRITE_PULSE,
  /** One cell read by a sense amplifier. */
  CELL_READ,
  /** One cell that conducts onto a shared line while currents are summed. */
  CELL_CURRENT,
  /** One word line raised. */
  ROW_ACTIVATION,
  /** One line brought to a level by its digital-to-analogue converter or driver. */
  LINE_DRIVE,
  /** One step of an analogue-to-digital conversion; a conversion to k bits takes 2^k steps. */
  CONVERSION_STEP,
  /** One exclusive-or of two bits in periphery. */
  XOR,
  /** One bit added to a counter. */
  BIT_COUNT,
  /** One full adder at work on one digit. */
  FULL_ADD,
  /** One multiply-accumulate of the digital denoiser. */
  MULTIPLY_ACCUMULATE,
  /** One byte moved to or from off-chip memory. */
  OFF_CHIP_BYTE
}
