/** Chance: streams keyed by (root seed, purpose, indices), independent of threads and batches. */
package io.spindrift.numerics.random;
