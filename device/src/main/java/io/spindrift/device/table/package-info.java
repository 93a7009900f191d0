/** Measurements of a junction as tables: counts of switching pulses, resistance against bias. */
package io.spindrift.device.table;
