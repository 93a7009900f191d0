package io.spindrift.entropy.recorded;

/** Turns the bytes of a file into packed bits, piece after piece. */
interface BitDecoder {
  /** The most bits that one byte can hold. */
  int bitsPerByte();

  /**
   * Decodes the next bytes of the file.
   *
   * @param bytes holds them from its start on
   * @param count how many there are; a multiple of eight except at the end of the file
   * @param position where the first of them lies in the file, in bytes from 0
   * @param bits receives the decoded bits from bit 0 on, as in {@link
   *     io.spindrift.entropy.PackedBits}; spare bits become zero
   * @return how many bits were decoded
   * @throws io.spindrift.numerics.UnusableInput when a byte has no meaning in this format
   */
  int decode(byte[] bytes, int count, long position, long[] bits);
}
