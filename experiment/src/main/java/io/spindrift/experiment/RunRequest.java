package io.spindrift.experiment;

import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * A run that is asked for.
 *
 * @param config the resolved configuration
 * @param size how it was chosen
 * @param out the folder for its results, empty for {@code runs/<time>-<name>}
 * @param command the command line, for the record
 * @param clock where the time of the beginning comes from
 */
public record RunRequest(
    SpindriftConfig config, Size size, Optional<Path> out, String command, Clock clock) {
  /** A short name made of the image set and the size, such as {@code "strokes-quick"}. */
  public String name() {
    Path last = Path.of(config.images().set()).getFileName();
    return (last == null ? "images" : last.toString()) + "-" + size.word();
  }
}
