package io.spindrift.device.spec;

import io.spindrift.numerics.document.Provenance;
import java.util.List;

/**
 * A device with where its numbers come from.
 *
 * @param origin preset or file
 * @param spec the device
 * @param provenance source and note of every value that states one
 */
public record LoadedDevice(String origin, DeviceSpec spec, List<Provenance> provenance) {
  /** Copies the list. */
  public LoadedDevice {
    provenance = List.copyOf(provenance);
  }
}
