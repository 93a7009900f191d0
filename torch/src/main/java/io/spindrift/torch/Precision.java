package io.spindrift.torch;

/** Arithmetic of the denoiser's convolutions; parameters and optimiser are always fp32. */
public enum Precision {
  /** bf16 where the processor multiplies it in hardware, fp32 elsewhere. */
  AUTO,
  /** Brain floating point: 8 bits of exponent, 8 of significand. */
  BF16,
  /** IEEE 754 single precision. */
  FP32
}
