package io.spindrift.device.spec;

/** The law by which a parameter differs from device to device. */
public enum SpreadLaw {
  /** Normal about the device's own value. */
  NORMAL,
  /** Lognormal; the device's own value is the mean, sigma the standard deviation of the law. */
  LOGNORMAL,
  /** Normal restricted to an interval; sigma and centre are those before the restriction. */
  TRUNCATED_NORMAL
}
