package io.spindrift.experiment.stage;

import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.DevicePresets;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.LoadedDevice;
import io.spindrift.experiment.config.DeviceInFull;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.numerics.document.Provenance;
import java.util.List;

/**
 * The device that a configuration asks for.
 *
 * @param spec its description
 * @param sources where its numbers come from, one line each
 */
public record DeviceChoice(DeviceSpec spec, List<String> sources) {
  /**
   * Reads the preset or file and applies the overrides.
   *
   * @throws io.spindrift.numerics.UnusableInput when the device is unknown or a value is refused
   */
  public static DeviceChoice of(SpindriftConfig config) {
    if (config.deviceInFull().isPresent()) {
      DeviceInFull written = config.deviceInFull().get();
      return new DeviceChoice(
          DeviceLoader.changed(written.spec(), config.deviceOverrides(), written.origin()),
          written.sources());
    }
    LoadedDevice loaded = DeviceLoader.load(config.device(), config.deviceOverrides());
    return new DeviceChoice(
        loaded.spec(), loaded.provenance().stream().map(DeviceChoice::line).toList());
  }

  /** The configuration with this device written out, unless it is a preset that stays by name. */
  public SpindriftConfig writtenInto(SpindriftConfig config) {
    return DevicePresets.has(config.device()) && config.deviceInFull().isEmpty()
        ? config
        : config.with(
            new DeviceInFull(
                config.deviceInFull().map(DeviceInFull::origin).orElse(config.device()),
                sources,
                spec));
  }

  private static String line(Provenance provenance) {
    return provenance.path()
        + ": "
        + provenance.source()
        + (provenance.note().isBlank() ? "" : " (" + provenance.note() + ")");
  }
}
