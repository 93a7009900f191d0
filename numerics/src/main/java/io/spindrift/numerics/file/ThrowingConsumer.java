package io.spindrift.numerics.file;

import java.io.IOException;

/** Work on a value that may fail while reading or writing. */
@FunctionalInterface
public interface ThrowingConsumer<T> {
  /** Does the work. */
  void accept(T value) throws IOException;
}
