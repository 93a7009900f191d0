package io.spindrift.diffusion.safetensors;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Type of a tensor's elements, named as in the file. */
public enum ElementType {
  /** 64-bit floating point. */
  F64(8),
  /** 64-bit signed integer. */
  I64(8),
  /** 32-bit floating point. */
  F32(4),
  /** 32-bit signed integer. */
  I32(4),
  /** 16-bit IEEE floating point. */
  F16(2),
  /** 16-bit floating point with the exponent of {@link #F32}. */
  BF16(2),
  /** 8-bit unsigned integer. */
  U8(1);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  static Optional<ElementType> named(String name) {
    return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Enum::name).toList();
  }
}
