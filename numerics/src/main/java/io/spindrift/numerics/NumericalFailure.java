package io.spindrift.numerics;

/** A computation that left the range of meaningful numbers; the message says where and when. */
public final class NumericalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the failure with time, step and state in its sentence. */
  public NumericalFailure(String sentence) {
    super(sentence);
  }
}
