package io.spindrift.diffusion.process;

/**
 * Some steps of a longer schedule.
 *
 * @param timesteps the steps of the longer schedule, rising
 * @param schedule the process from one of them to the next
 */
public record RespacedSchedule(int[] timesteps, NoiseSchedule schedule) {}
