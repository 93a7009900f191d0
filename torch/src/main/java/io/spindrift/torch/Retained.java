package io.spindrift.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;

/** Native objects that outlive the frame in which they were made. */
final class Retained implements AutoCloseable {
  private final List<Pointer> kept = new ArrayList<>();

  <T extends Pointer> T keep(T pointer) {
    pointer.retainReference();
    kept.add(pointer);
    return pointer;
  }

  /** Gives everything back; further calls do nothing. */
  @Override
  public void close() {
    kept.forEach(Pointer::releaseReference);
    kept.clear();
  }
}
