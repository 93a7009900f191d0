package io.spindrift.device.fit;

import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.document.RecordEditor;
import java.util.List;

/** A device some of whose numbers are free. */
public final class FreeDevice {
  private final MacrospinDevice start;
  private final List<FreeParameter> parameters;
  private final RecordEditor<MacrospinDevice> editor;

  /**
   * A device with free numbers.
   *
   * @param start the device at the start
   * @param parameters what is free
   * @throws IllegalArgumentException when nothing is free, or a number is named twice
   */
  public FreeDevice(MacrospinDevice start, List<FreeParameter> parameters) {
    this.start = start;
    this.parameters = List.copyOf(parameters);
    this.editor =
        RecordEditor.of(
            MacrospinDevice.class, parameters.stream().map(p -> p.setting().number()).toList());
    long different = parameters.stream().map(FreeParameter::path).distinct().count();
    if (parameters.isEmpty() || different < parameters.size()) {
      throw new IllegalArgumentException("free parameters must be given, each once");
    }
  }

  /** The device at the start. */
  public MacrospinDevice start() {
    return start;
  }

  /** What is free. */
  public List<FreeParameter> parameters() {
    return parameters;
  }

  /**
   * The device with other values of its free numbers.
   *
   * @throws IllegalArgumentException when a part of the device with these values is impossible
   */
  public MacrospinDevice at(double[] values) {
    return editor.with(start, values);
  }
}
