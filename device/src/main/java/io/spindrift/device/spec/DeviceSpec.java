package io.spindrift.device.spec;

/**
 * The description of one kind of junction, as read from a preset or a file.
 *
 * <p>The key {@code kind} chooses between {@code macrospin}, {@code compact-fit} and {@code
 * measured}.
 */
public sealed interface DeviceSpec permits MacrospinDevice, CompactFitDevice, MeasuredDevice {
  /** What the device is called in reports. */
  String name();

  /** Where in voltage, temperature and pulse width the device is used. */
  Operation operation();
}
