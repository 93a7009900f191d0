package io.spindrift.cli;

import io.spindrift.cli.command.Session;
import io.spindrift.cli.terminal.StopSwitch;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A front door whose two streams are kept as text. */
public final class CapturedSession {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final StopSwitch stop = new StopSwitch();

  /** Runs one command and returns its exit status. */
  public int run(String... arguments) {
    return door().execute(arguments);
  }

  /** The front door itself. */
  public FrontDoor door() {
    return door(new PrintWriter(out, true));
  }

  /** The same with another standard output. */
  public FrontDoor door(PrintWriter standardOutput) {
    return new FrontDoor(new Session(standardOutput, new PrintWriter(err, true), stop, 0));
  }

  /** What went to standard output. */
  public String out() {
    return out.toString();
  }

  /** What went to standard error. */
  public String err() {
    return err.toString();
  }

  /** The wish to stop. */
  public StopSwitch stop() {
    return stop;
  }
}
