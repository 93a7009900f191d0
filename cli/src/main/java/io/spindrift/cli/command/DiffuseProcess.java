package io.spindrift.cli.command;

import java.util.Locale;

/** What diffuses. */
enum DiffuseProcess {
  /** Bits of stored images, by pulses. */
  BITS,
  /** Stored pixels, to which counts of coins are added. */
  GAUSSIAN,
  /** The membrane potential of a leaky neuron. */
  LANGEVIN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
