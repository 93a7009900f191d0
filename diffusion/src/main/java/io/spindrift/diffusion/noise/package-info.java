/** Noise and chance for images out of any source of bits, ideal or imperfect in stated ways. */
package io.spindrift.diffusion.noise;
