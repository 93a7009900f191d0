package io.spindrift.device.rare;

import java.util.Locale;

/** How a write-error rate was found. */
public enum WriteErrorMethod {
  /** Plain Monte Carlo: failures were counted. */
  MACROSPIN,
  /** Sequential Monte Carlo with weights. */
  SPLITTING,
  /** The Fokker-Planck equation, without sampling. */
  FOKKER_PLANCK;

  /** The name in results and on the command line, such as {@code fokker-planck}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
