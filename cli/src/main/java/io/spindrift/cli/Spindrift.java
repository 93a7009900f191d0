package io.spindrift.cli;

import io.spindrift.cli.command.Session;
import io.spindrift.cli.terminal.StopSwitch;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program that the launcher starts. */
public final class Spindrift {
  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    useGivenStandardError();
    StopSwitch stop = StopSwitch.onShutdown();
    int columns = Integer.getInteger("spindrift.columns", 0);
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    int status = new FrontDoor(new Session(out, err, stop, columns)).execute(arguments);
    out.flush();
    err.flush();
    stop.settle();
    if (!stop.requested()) {
      System.exit(status);
    }
  }

  /** Standard error as the launcher hands it on; where that cannot be opened, the usual one. */
  private static void useGivenStandardError() {
    String given = System.getProperty("spindrift.err", "");
    if (given.isEmpty()) {
      return;
    }
    try {
      System.setErr(new PrintStream(new FileOutputStream(given, true), true));
    } catch (FileNotFoundException e) {
      // The usual stream reaches the same place, only less directly.
      return;
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private Spindrift() {}
}
