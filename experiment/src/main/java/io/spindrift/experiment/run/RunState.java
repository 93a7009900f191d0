package io.spindrift.experiment.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands: the content of {@code run.json}, by which a run directory is recognised.
 *
 * @param program always {@code spindrift}
 * @param name name of the run
 * @param status running, stopped, done or failed
 * @param message why it stopped or failed, one sentence
 * @param seed root seed
 * @param size quick, default or full
 * @param command the command line that began it
 * @param begun when it began, ISO 8601
 * @param stagesDone finished stages in order
 * @param versions versions of the program and what it runs on
 */
public record RunState(
    String program,
    String name,
    Status status,
    @Nullable String message,
    long seed,
    String size,
    String command,
    String begun,
    List<String> stagesDone,
    Map<String, String> versions) {
  /** The word by which a run directory is recognised. */
  public static final String PROGRAM = "spindrift";

  /** What became of a run. */
  public enum Status {
    /** Stages are being worked on, or the program ended without a word. */
    RUNNING,
    /** The user stopped it; it can be resumed. */
    STOPPED,
    /** Every stage has finished. */
    DONE,
    /** A stage failed; the message says why. */
    FAILED
  }

  /** Copies the collections. */
  public RunState {
    stagesDone = List.copyOf(stagesDone);
    versions = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(versions));
  }

  /** This state with another status. */
  public RunState status(Status now, @Nullable String why) {
    return new RunState(program, name, now, why, seed, size, command, begun, stagesDone, versions);
  }

  /** This state with the stages that have finished. */
  public RunState stagesDone(List<String> done) {
    return new RunState(program, name, status, message, seed, size, command, begun, done, versions);
  }
}
