package io.spindrift.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;

/** Environment of the process as native code reads it, which {@link System#getenv()} is not. */
final class NativeEnvironment {
  /** Sets a variable unless it is set already; does nothing where the system has no setenv. */
  static void setUnlessPresent(String name, String value) {
    NativeFunction.find("setenv", ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)
        .ifPresent(setenv -> {
          try (Arena arena = Arena.ofConfined()) {
            setenv.call(arena.allocateFrom(name), arena.allocateFrom(value), 0);
          }
        });
  }

  private NativeEnvironment() {}
}
