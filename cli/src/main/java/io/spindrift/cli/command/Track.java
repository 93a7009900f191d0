package io.spindrift.cli.command;

import java.util.Locale;

/** The assessments of SP 800-90B. */
enum Track {
  /** Are the symbols independent and identically distributed? Section 5. */
  IID,
  /** How much entropy does each symbol hold, if they are not? Section 6.3. */
  NON_IID,
  /** Does a source give as much entropy across restarts? Section 3.1.4. */
  RESTART;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
