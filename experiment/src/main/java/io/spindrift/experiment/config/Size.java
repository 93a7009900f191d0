package io.spindrift.experiment.config;

import java.util.Locale;

/** How much a run computes. */
public enum Size {
  /** About a minute on two cores: shows that the chain works. */
  QUICK,
  /** At most ten minutes on two cores. */
  DEFAULT,
  /** About an hour on two cores. */
  FULL;

  /** The word that names the size in files and options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
