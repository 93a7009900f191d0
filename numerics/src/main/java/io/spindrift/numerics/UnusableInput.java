package io.spindrift.numerics;

/**
 * Input that a user gave and that cannot be used; the command ends with exit status 2.
 *
 * <p>The message is one sentence that says what is wrong, where, and what would be accepted.
 */
public final class UnusableInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the refusal with its sentence. */
  public UnusableInput(String sentence) {
    super(sentence);
  }

  /** Creates the refusal with its sentence and the failure that led to it. */
  public UnusableInput(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
