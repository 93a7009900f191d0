package io.spindrift.device.switching;

/** How an operating point is chosen on a switching curve. */
public enum OperatingPolicy {
  /** A plateau where there is one, otherwise a crossing. */
  AUTO,
  /** The longest stretch of pulse widths with P(switch) near one half. */
  PLATEAU,
  /** The shortest pulse width at which P(switch) crosses one half. */
  CROSSING
}
