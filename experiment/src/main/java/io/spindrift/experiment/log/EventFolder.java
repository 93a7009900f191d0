package io.spindrift.experiment.log;

import io.spindrift.diffusion.training.TrainingLog;
import io.spindrift.diffusion.training.TrainingLog.Entry;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.file.FileTrouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The event files of one training, which TensorBoard shows as one run.
 *
 * <p>Each sitting has a file of its own, {@code events.out.tfevents.<seconds>.spindrift}, where the
 * convention has the name of the machine at the end; names sort by time. A file only grows, and is
 * forced to the disk after each stretch of steps, so that a reader finds whole records up to a
 * point and steps cost the same at the end of a long training as at its beginning.
 */
final class EventFolder {
  private static final String PREFIX = "events.out.tfevents.";

  private final Path folder;
  private final InstantSource clock;
  private Optional<Path> file = Optional.empty();

  EventFolder(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Reads the steps before {@code step} and takes off everything from there on, and what is
   * damaged.
   *
   * <p>What cannot be read is missing from the log; a training needs none of it to go on.
   */
  TrainingLog keepBefore(long step) {
    List<Entry> kept = new ArrayList<>();
    try {
      for (Path each : files()) {
        keepBefore(step, each, kept);
      }
    } catch (IOException e) {
      throw new UnusableInput(folder + " cannot be read: " + FileTrouble.reason(e), e);
    }
    return new TrainingLog(kept);
  }

  private static void keepBefore(long step, Path file, List<Entry> kept) throws IOException {
    int before = kept.size();
    long next = kept.isEmpty() ? 0 : kept.getLast().step() + 1;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      RecordReader records = new RecordReader(channel);
      long sound = 0;
      while (records.advance()) {
        Optional<Entry> entry = ScalarEvent.of(records.bytes()).flatMap(LogColumns::entry);
        if (entry.isPresent()) {
          long found = entry.get().step();
          if (found < next || found >= step) {
            break;
          }
          kept.add(entry.get());
          next = found + 1;
        }
        sound = records.position();
      }
      if (kept.size() == before) {
        Files.delete(file);
      } else if (sound < channel.size()) {
        long length = sound;
        AtomicFile.write(file, beside -> copy(channel, length, beside));
      }
    }
  }

  private static void copy(FileChannel source, long length, Path target) throws IOException {
    try (FileChannel out =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long done = 0;
      while (done < length) {
        done += source.transferTo(done, length - done, out);
      }
    }
  }

  /** Appends steps to the file of this sitting, which is begun when there is none yet. */
  void append(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    double now = clock.millis() * 1e-3;
    double last = entries.getLast().seconds();
    List<byte[]> records = new ArrayList<>();
    if (file.isEmpty()) {
      records.add(ScalarEvent.fileVersion(now - last + entries.getFirst().seconds()));
    }
    for (Entry entry : entries) {
      double wall = now - last + entry.seconds();
      records.add(new ScalarEvent(wall, entry.step(), LogColumns.tags(entry)).bytes());
    }
    try {
      Path target = file.isPresent() ? file.get() : begun();
      append(target, records);
      file = Optional.of(target);
    } catch (IOException e) {
      throw new UnusableInput(
          "cannot write the events of the training in "
              + folder
              + ": "
              + FileTrouble.reason(e)
              + "; give a folder that can be written and has room",
          e);
    }
  }

  private static void append(Path file, List<byte[]> records) throws IOException {
    int size = records.stream().mapToInt(bytes -> bytes.length + RecordFraming.OVERHEAD).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    records.forEach(each -> RecordFraming.append(bytes, each));
    bytes.flip();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** A name after those that are there, even when a sitting began within the same second. */
  private Path begun() throws IOException {
    Files.createDirectories(folder);
    long seconds = clock.instant().getEpochSecond();
    List<Path> there = files();
    while (!there.isEmpty() && named(seconds).compareTo(name(there.getLast())) <= 0) {
      seconds++;
    }
    return folder.resolve(named(seconds));
  }

  private static String named(long seconds) {
    return String.format(Locale.ROOT, PREFIX + "%010d.spindrift", seconds);
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> content = Files.list(folder)) {
      return content.filter(each -> name(each).startsWith(PREFIX)).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
