package io.spindrift.memory.process;

/** How a pixel value is written in bits; the most significant bit is plane 0. */
public enum PlaneCode {
  /** Binary digits. A flip of the first plane moves a pixel by half the range. */
  PLAIN("plain"),
  /** Reflected binary code: neighbouring values differ in one bit. */
  GRAY("gray");

  private final String word;

  PlaneCode(String word) {
    this.word = word;
  }

  /** Its name as options write it. */
  public String word() {
    return word;
  }

  /** The code word of a value. */
  int encode(int value) {
    return this == GRAY ? value ^ (value >>> 1) : value;
  }

  /** The value of a code word of at most eight bits. */
  int decode(int code) {
    if (this == PLAIN) {
      return code;
    }
    int value = code ^ (code >>> 4);
    value ^= value >>> 2;
    return value ^ (value >>> 1);
  }
}
