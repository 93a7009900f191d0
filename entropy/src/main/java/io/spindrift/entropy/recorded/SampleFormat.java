package io.spindrift.entropy.recorded;

/** How samples are laid out in a file. */
public enum SampleFormat {
  /** A NumPy file of float32 or float64 elements, any shape, taken in C order. */
  NPY,
  /** Little-endian float32 numbers, nothing else. */
  FLOAT32
}
