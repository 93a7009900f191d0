/**
 * The safetensors file format: an 8-byte header length, a JSON header, and the tensors' bytes.
 *
 * <p>Little-endian throughout. Source: huggingface/safetensors, {@code README.md}, section Format.
 */
package io.spindrift.diffusion.safetensors;
