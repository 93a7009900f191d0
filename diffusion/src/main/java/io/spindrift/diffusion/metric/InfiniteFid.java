package io.spindrift.diffusion.metric;

/**
 * The Frechet distance extrapolated to infinitely many samples.
 *
 * @param estimate intercept of the fit, with its interval; may be negative
 * @param slope rise of the distance with one over the number of samples
 * @param fewest samples at the point of the fit with fewest
 * @param points number of points of the fit
 */
public record InfiniteFid(Estimate estimate, double slope, long fewest, int points) {}
