/** Sums of currents on bit lines: population counts and matrix-vector products. */
package io.spindrift.memory.product;
