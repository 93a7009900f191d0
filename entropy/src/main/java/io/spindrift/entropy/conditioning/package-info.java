/** Conditioning: fewer but better bits out of imperfect ones, with the bias that is left. */
package io.spindrift.entropy.conditioning;
