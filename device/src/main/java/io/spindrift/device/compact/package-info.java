/** Closed-form fits to measured junctions. */
package io.spindrift.device.compact;
