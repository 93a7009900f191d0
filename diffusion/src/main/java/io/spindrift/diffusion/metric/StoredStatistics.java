package io.spindrift.diffusion.metric;

import org.jspecify.annotations.Nullable;

/**
 * Statistics as a file holds them.
 *
 * @param statistics mean and covariance
 * @param extractor name of the feature network that made them, null when the file does not say
 */
public record StoredStatistics(FeatureStatistics statistics, @Nullable String extractor) {}
