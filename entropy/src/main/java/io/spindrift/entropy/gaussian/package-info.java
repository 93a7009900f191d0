/** Gaussian samples out of bits, and the software reference, each with exact moments and reach. */
package io.spindrift.entropy.gaussian;
