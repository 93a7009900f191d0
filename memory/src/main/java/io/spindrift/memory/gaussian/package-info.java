/** Gaussian diffusion in the array: coins counted on bit lines and added to stored numbers. */
package io.spindrift.memory.gaussian;
