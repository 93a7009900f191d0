package io.spindrift.cli.command;

/** The exit statuses that scripts may rely on. */
public final class ExitStatus {
  /** The command did what it was asked for. */
  public static final int DONE = 0;

  /** A check that was asked for failed. */
  public static final int CHECK_FAILED = 1;

  /** The input cannot be used; the message says what, where and what would be accepted. */
  public static final int UNUSABLE_INPUT = 2;

  /** Spindrift itself failed; the message names a log. */
  public static final int INTERNAL_ERROR = 3;

  /** The user asked to stop. */
  public static final int STOPPED = 130;

  private ExitStatus() {}
}
