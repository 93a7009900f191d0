package io.spindrift.experiment.run;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.file.FileTrouble;
import io.spindrift.numerics.file.ThrowingConsumer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds everything a run leaves behind.
 *
 * <p>Every file is written beside its place and then renamed, so that a reader never meets half a
 * file; a folder that cannot be written is one sentence.
 */
public final class RunDirectory {
  private static final String STATE = "run.json";
  private static final String METRICS = "metrics.json";

  private final Path root;

  private RunDirectory(Path root) {
    this.root = root;
  }

  /**
   * Begins a new run in {@code root}, which is created when it is missing.
   *
   * @throws UnusableInput when the folder holds anything already, or cannot be written
   */
  public static RunDirectory create(Path root, RunState state, Metrics metrics) {
    refuseOccupied(root);
    RunDirectory directory = new RunDirectory(root);
    directory.write(state);
    directory.write(metrics);
    return directory;
  }

  /**
   * Opens the folder of an earlier run.
   *
   * @throws UnusableInput when it does not hold one
   */
  public static RunDirectory open(Path root) {
    if (!Files.isRegularFile(root.resolve(STATE))) {
      throw new UnusableInput(
          root + " holds no run: a folder made by the command run, with " + STATE + ", is needed");
    }
    return new RunDirectory(root);
  }

  /** A folder of results inside another one; nothing is looked for or made yet. */
  public static RunDirectory at(Path root) {
    return new RunDirectory(root);
  }

  /** Throws the refusal of {@link #create} when {@code root} holds anything already. */
  public static void refuseOccupied(Path root) {
    try (Stream<Path> content = Files.exists(root) ? Files.list(root) : Stream.empty()) {
      if (content.findAny().isEmpty()) {
        return;
      }
    } catch (NotDirectoryException e) {
      throw new UnusableInput(root + " is a file: --out must name a new or an empty folder", e);
    } catch (IOException e) {
      throw new UnusableInput(
          root + " cannot be read: --out must name a new or an empty folder", e);
    }
    throw Files.exists(root.resolve(STATE))
        ? new UnusableInput(
            root
                + " holds another run: give --out a new folder, or continue that run with --resume "
                + root)
        : new UnusableInput(root + " is not empty: --out must name a new or an empty folder");
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /** The path of a file in the folder, whether it exists or not. */
  public Path file(String name) {
    return root.resolve(name);
  }

  /** Where the run stands. */
  public RunState state() {
    return Json.read(file(STATE), RunState.class);
  }

  /** The numbers found so far. */
  public Metrics metrics() {
    return Json.read(file(METRICS), Metrics.class);
  }

  /** Replaces where the run stands. */
  public void write(RunState state) {
    text(STATE, Json.write(state));
  }

  /** Replaces the numbers found so far. */
  public void write(Metrics metrics) {
    text(METRICS, Json.write(metrics));
  }

  /** Writes a table as {@code <name>.parquet}. */
  public void write(Table table) {
    write(table.name() + ".parquet", target -> ParquetTable.write(target, table));
  }

  /** Reads a table, empty when the run has not got there. */
  public Optional<Table> table(String name) {
    Path file = file(name + ".parquet");
    return Files.isRegularFile(file) ? Optional.of(ParquetTable.read(file)) : Optional.empty();
  }

  /** Writes a record as JSON. */
  public void document(String name, Object content) {
    text(name, Json.write(content));
  }

  /**
   * Reads a record kept as JSON, empty when it is missing.
   *
   * @throws UnusableInput when it is not of this type
   */
  public <T> Optional<T> document(String name, Class<T> type) {
    return Files.isRegularFile(file(name))
        ? Optional.of(Json.read(file(name), type))
        : Optional.empty();
  }

  /** Writes a text file. */
  public void text(String name, String content) {
    write(name, target -> Files.writeString(target, content));
  }

  /** Writes a binary file. */
  public void bytes(String name, byte[] content) {
    write(name, target -> Files.write(target, content));
  }

  /** Reads a small binary file, empty when it is missing. */
  public Optional<byte[]> bytes(String name) {
    try {
      return Files.isRegularFile(file(name))
          ? Optional.of(Files.readAllBytes(file(name)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UnusableInput(file(name) + " cannot be read: " + FileTrouble.reason(e), e);
    }
  }

  /** Writes any file of the folder through {@code writer}. */
  public void write(String name, ThrowingConsumer<Path> writer) {
    AtomicFile.write(file(name), writer);
  }
}
