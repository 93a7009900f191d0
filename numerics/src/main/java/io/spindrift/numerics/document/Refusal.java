package io.spindrift.numerics.document;

/** A value that cannot be used; {@code tail} continues the sentence that its path begins. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String tail) {
    super(tail, null, false, false);
  }

  /** The sentence about the value at {@code path}. */
  String sentence(String path) {
    String subject = path.isEmpty() ? "the document" : path;
    return subject + getMessage();
  }
}
