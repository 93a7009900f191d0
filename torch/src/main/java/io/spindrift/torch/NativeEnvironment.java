package io.spindrift.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** Environment of the process as native code reads it, which {@link System#getenv()} is not. */
final class NativeEnvironment {
  /** Sets a variable unless it is set already; does nothing where the system has no setenv. */
  @SuppressWarnings("restricted")
  static void setUnlessPresent(String name, String value) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
    if (setenv.isEmpty()) {
      return;
    }
    MethodHandle call =
        linker.downcallHandle(
            setenv.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int unused = (int) call.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 0);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException("setenv cannot be called", impossible);
    }
  }

  private NativeEnvironment() {}
}
