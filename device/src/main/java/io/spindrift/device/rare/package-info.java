/** Probabilities too small to count: write-error rates by splitting, with an error bar. */
package io.spindrift.device.rare;
