/**
 * A junction known by measurements: probability and resistance interpolated, never extrapolated.
 */
package io.spindrift.device.measured;
