package io.spindrift.experiment.config;

import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.numerics.document.Declared;
import java.util.List;

/**
 * A device written out, so that a configuration does not lean on the file it was read from.
 *
 * @param origin file that it was read from
 * @param sources where its numbers come from, one line each
 * @param spec the device
 */
public record DeviceInFull(
    @Declared(says = "File that it was read from") String origin,
    @Declared(says = "Where its numbers come from, one line each", defaultValue = "[]")
        List<String> sources,
    @Declared(says = "The device") DeviceSpec spec) {
  /** Copies the list. */
  public DeviceInFull {
    sources = List.copyOf(sources);
  }
}
