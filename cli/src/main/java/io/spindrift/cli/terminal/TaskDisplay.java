package io.spindrift.cli.terminal;

/** How one shown task looks. Used by one thread at a time. */
interface TaskDisplay {
  /** Shows that {@code done} units are finished. */
  void update(long done, String detail);

  /** Shows that the task has ended after {@code done} units. */
  void end(long done, String detail);
}
