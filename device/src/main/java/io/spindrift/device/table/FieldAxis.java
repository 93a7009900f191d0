package io.spindrift.device.table;

/** The axis of the pillar along which a field was applied. */
public enum FieldAxis {
  /** Along the major axis, in the plane. */
  X,
  /** Along the minor axis, in the plane. */
  Y,
  /** Along the easy axis of a perpendicular layer. */
  Z
}
