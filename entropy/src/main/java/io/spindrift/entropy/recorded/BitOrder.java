package io.spindrift.entropy.recorded;

/** Which bit of a byte came first. */
public enum BitOrder {
  /** The least significant bit came first. */
  LEAST_SIGNIFICANT_FIRST,
  /** The most significant bit came first, as in the files of SP 800-22. */
  MOST_SIGNIFICANT_FIRST
}
