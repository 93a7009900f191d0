package io.spindrift.device.fit;

/**
 * How the best values were searched for.
 *
 * @param starts number of searches: one, or more where the first ended in doubt
 * @param firstWasLocal whether another search ended in a lower sum of squares than the one from the
 *     given start, whose optimum was therefore only a local one
 */
public record Searches(int starts, boolean firstWasLocal) {}
