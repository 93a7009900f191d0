/** Chance from junctions: bits, Gaussian samples and the certificates of both. */
package io.spindrift.entropy;
