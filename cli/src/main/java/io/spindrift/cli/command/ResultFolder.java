package io.spindrift.cli.command;

import io.spindrift.experiment.plot.CaptionedFigure;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.run.ParquetTable;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --out DIR} of a command: its tables as Parquet, its figures as PNG and SVG. */
final class ResultFolder {
  private static final double PNG_SCALE = 2;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write tables (Parquet) and figures (PNG, SVG) into this folder.")
  private @Nullable Path folder;

  /** The folder of another option of the same kind; nothing is written when it is absent. */
  static ResultFolder of(@Nullable Path folder) {
    ResultFolder result = new ResultFolder();
    result.folder = folder;
    return result;
  }

  /** Whether a folder was given. */
  boolean wanted() {
    return folder != null;
  }

  /** The folder, when one was given. */
  Path path() {
    return Objects.requireNonNull(folder);
  }

  /** Refuses, before any work is done, a folder that cannot be written. */
  void prepare() {
    if (folder == null) {
      return;
    }
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UnusableInput("the folder of results must be one, but " + folder + " is a file");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes tables and figures, each file whole or not at all, and returns the files. */
  List<Path> write(List<Table> tables, List<Figure> figures) {
    List<Path> written = new ArrayList<>();
    if (folder == null) {
      return written;
    }
    for (Table table : tables) {
      Path file = folder.resolve(table.name() + ".parquet");
      AtomicFile.write(file, partial -> ParquetTable.write(partial, table));
      written.add(file);
    }
    for (Figure figure : figures) {
      Path png = folder.resolve(figure.name() + ".png");
      CaptionedFigure page = new CaptionedFigure(figure);
      AtomicFile.writeBytes(png, page.png(PNG_SCALE));
      Path svg = folder.resolve(figure.name() + ".svg");
      AtomicFile.writeText(svg, page.svg());
      written.addAll(List.of(png, svg));
    }
    return written;
  }

  /** Writes one text file and returns it. */
  Path text(String name, String content) {
    Path file = Objects.requireNonNull(folder).resolve(name);
    AtomicFile.writeText(file, content);
    return file;
  }
}
