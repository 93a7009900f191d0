package io.spindrift.cli.command;

import io.spindrift.experiment.StageListener;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.RunState.Status;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** Tells of a run stage by stage, and says how to resume it when it is stopped. */
final class RunNarrator implements StageListener {
  private final Session session;
  private final boolean silent;

  RunNarrator(Session session, boolean silent) {
    this.session = session;
    this.silent = silent;
  }

  @Override
  public void began(Path directory, boolean resumed, String images) {
    session
        .stop()
        .whenStopped(
            "stopped; resume with: spindrift run --resume " + directory,
            () -> markStopped(directory));
    say((resumed ? "resuming " : "writing to ") + directory);
    say(String.format(Locale.ROOT, "%-10s %s", "images", images));
  }

  @Override
  public void stageBegan(String stage) {}

  @Override
  public void stageFinished(String stage, String sentence, double seconds) {
    say(String.format(Locale.ROOT, "%-10s %s (%.1f s)", stage, sentence, seconds));
  }

  @Override
  public void stageKept(String stage) {
    say(String.format(Locale.ROOT, "%-10s kept", stage));
  }

  private void say(String line) {
    PrintWriter out = session.out();
    if (!silent) {
      out.println(line);
    }
  }

  private static void markStopped(Path directory) {
    RunDirectory run = RunDirectory.open(directory);
    run.write(run.state().status(Status.STOPPED, "It was stopped by the user."));
  }
}
