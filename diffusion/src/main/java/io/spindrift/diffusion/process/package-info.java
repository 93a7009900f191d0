/** Noise schedules and forward processes. */
package io.spindrift.diffusion.process;
