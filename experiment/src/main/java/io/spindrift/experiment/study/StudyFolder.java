package io.spindrift.experiment.study;

import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.plot.CaptionedFigure;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.Fonts;
import io.spindrift.experiment.report.StudyPage;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.UnusableInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The folder of a study: its plan, its configuration, and each point as soon as it is known, so
 * that a stopped study goes on where it was.
 *
 * @param directory the folder
 */
public record StudyFolder(RunDirectory directory) {
  /** Name of the report. */
  public static final String REPORT = "report.html";

  private static final String PLAN = "study.json";
  private static final String CONFIG = "config.yaml";
  private static final double PNG_SCALE = 2;

  /** What is asked of a study; kept so that it can be resumed with the same. */
  public sealed interface Plan permits ComparisonPlan, TolerancePlan, SamplerPlan {
    /** The word of the study's command. */
    String study();

    /** The command line, for the record. */
    String command();
  }

  /**
   * Begins a study in a new or empty folder.
   *
   * @throws UnusableInput when the folder holds anything
   */
  public static StudyFolder begin(Path out, Plan plan, SpindriftConfig config) {
    String resolved = ConfigLoader.write(config);
    RunDirectory.refuseOccupied(out);
    RunDirectory directory = RunDirectory.at(out);
    directory.text(CONFIG, resolved);
    directory.document(PLAN, plan);
    return new StudyFolder(directory);
  }

  /**
   * Opens the folder of an earlier study.
   *
   * @param word the word of the study's command
   * @throws UnusableInput when the folder holds no study of this kind
   */
  public static StudyFolder open(Path root, String word) {
    StudyFolder folder = new StudyFolder(RunDirectory.at(root));
    folder.requireKind(word);
    return folder;
  }

  /**
   * The plan of the study.
   *
   * @throws UnusableInput when the folder holds no study of this kind
   */
  public <P extends Plan> P plan(String word, Class<P> type) {
    requireKind(word);
    return directory.document(PLAN, type).orElseThrow();
  }

  private void requireKind(String word) {
    Optional<Word> found = directory.document(PLAN, Word.class);
    if (found.isEmpty() || !word.equals(found.get().study())) {
      throw new UnusableInput(
          directory.root()
              + " must be the folder of a study made by diffusion "
              + word
              + ", but "
              + found.map(w -> "it holds one of " + w.study()).orElse("it holds none"));
    }
  }

  private record Word(String study) {}

  /** The configuration with some settings changed, each {@code path=value}. */
  public SpindriftConfig config(String... sets) {
    Path file = directory.file(CONFIG);
    return sets.length == 0
        ? ConfigLoader.resolved(file)
        : ConfigLoader.load(Optional.of(file), Size.DEFAULT, List.of(sets));
  }

  /** A folder below this one, with the configuration that its content is made with. */
  RunDirectory below(String name, SpindriftConfig config) {
    RunDirectory below = RunDirectory.at(directory.file(name));
    if (below.bytes(CONFIG).isEmpty()) {
      below.text(CONFIG, ConfigLoader.write(config));
    }
    return below;
  }

  /** A record of this folder, made and kept when it is not there yet. */
  static <T> T kept(RunDirectory directory, String name, Class<T> type, Supplier<T> made) {
    Optional<T> earlier = directory.document(name, type);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    T now = made.get();
    directory.document(name, now);
    return now;
  }

  /** The page of a study, which begins with what was learnt and what it was measured by. */
  static StudyPage page(Plan plan, String title, String images, String extractor) {
    return new StudyPage(title, images + "; features of " + extractor, plan.command());
  }

  /** Writes what a study found: the record, named like its table, the table, figures, the page. */
  void results(Object found, Table table, List<Figure> figures, StudyPage page) {
    directory.document(table.name() + ".json", found);
    directory.write(table);
    figures.forEach(this::figure);
    directory.text(REPORT, page.html());
  }

  /** Writes a figure as PNG and SVG, unless this machine has no fonts. */
  private void figure(Figure figure) {
    if (Fonts.trouble().isEmpty()) {
      CaptionedFigure page = new CaptionedFigure(figure);
      directory.bytes(figure.name() + ".png", page.png(PNG_SCALE));
      directory.bytes(figure.name() + ".svg", page.svg().getBytes(StandardCharsets.UTF_8));
    }
  }
}
