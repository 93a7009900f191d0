/** Distances between image sets. */
package io.spindrift.diffusion.metric;
