/** Feature networks that are trained on an image set and kept for the next time. */
package io.spindrift.diffusion.extractor;
