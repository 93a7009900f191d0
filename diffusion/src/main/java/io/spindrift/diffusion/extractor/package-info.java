/** Feature networks: formats of their files, and those trained on an image set and kept. */
package io.spindrift.diffusion.extractor;
