package io.spindrift.cli.command;

import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.study.StudyFolder;
import io.spindrift.experiment.study.StudyTools;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder of a study, begun anew or gone on with. */
final class StudyOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "New folder for the study; every point is kept there as soon as it is known.")
  @Nullable Path out;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Go on with a stopped study in its own folder; no other setting is taken.")
  @Nullable Path resume;

  /** A study that is about to begin. */
  record Begun(StudyFolder.Plan plan, SpindriftConfig config) {}

  /**
   * The folder, with the plan in it.
   *
   * @param word the word of the command
   * @param given whether any other setting was given
   * @param begun what to begin when no study is resumed
   */
  StudyFolder folder(String word, boolean given, Supplier<Begun> begun) {
    if (resume != null) {
      if (given || out != null) {
        throw new UnusableInput(
            "--resume goes on with a study as it was begun; give it with --threads, --json or"
                + " --quiet alone");
      }
      return StudyFolder.open(resume, word);
    }
    if (out == null) {
      throw new UnusableInput("--out must name a new folder for the study, or --resume an old one");
    }
    RunDirectory.refuseOccupied(out);
    Begun study = begun.get();
    return StudyFolder.begin(out, study.plan(), study.config());
  }

  /** Runs a study; a stop says how to go on. */
  static <T> T run(
      Session session,
      CommonOptions common,
      String word,
      StudyFolder folder,
      BiFunction<StudyTools, StudyFolder, T> study) {
    session
        .stop()
        .whenStopped(
            "stopped; go on with: spindrift diffusion "
                + word
                + " --resume "
                + folder.directory().root(),
            () -> {});
    try (Workers workers = new Workers(common.threads())) {
      StudyTools tools =
          new StudyTools(
              Engine.keeping(Engine.of(folder.config(), common), session, common),
              workers,
              common.progress(session),
              common.json ? sentence -> {} : session.out()::println);
      return study.apply(tools, folder);
    }
  }
}
