/** Simulated junctions as sources of bits, each with its exact bias and correlations. */
package io.spindrift.entropy.coin;
