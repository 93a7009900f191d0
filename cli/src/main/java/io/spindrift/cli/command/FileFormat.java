package io.spindrift.cli.command;

import io.spindrift.entropy.recorded.RecordFormat;
import io.spindrift.entropy.recorded.SampleFormat;
import io.spindrift.numerics.UnusableInput;
import java.util.Locale;

/** What {@code --format} may say of a file of bits, symbols or samples. */
enum FileFormat {
  /** Eight bits a byte. */
  PACKED,
  /** One bit or symbol a byte. */
  BYTES,
  /** One character a bit. */
  ASCII,
  /** Samples in a NumPy file. */
  NPY,
  /** Samples as bare float32 numbers. */
  FLOAT32;

  /** The format of a file of bits or symbols. */
  RecordFormat ofBits() {
    return switch (this) {
      case PACKED -> RecordFormat.PACKED;
      case BYTES -> RecordFormat.BYTES;
      case ASCII -> RecordFormat.ASCII;
      case NPY, FLOAT32 -> throw refusal("bits", "packed, bytes or ascii");
    };
  }

  /** The format of a file of samples. */
  SampleFormat ofSamples() {
    return switch (this) {
      case NPY -> SampleFormat.NPY;
      case FLOAT32 -> SampleFormat.FLOAT32;
      case PACKED, BYTES, ASCII -> throw refusal("Gaussian samples", "npy or float32");
    };
  }

  private UnusableInput refusal(String of, String accepted) {
    return new UnusableInput(
        "--format of a file of " + of + " must be " + accepted + ", but was " + this);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
