package io.spindrift.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A function of the C library that returns an int.
 *
 * @param name name
 * @param handle how it is called
 */
record NativeFunction(String name, MethodHandle handle) {
  /** The function of this name, empty where the system has none. */
  @SuppressWarnings("restricted")
  static Optional<NativeFunction> find(String name, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor form = FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
    return linker
        .defaultLookup()
        .find(name)
        .map(place -> new NativeFunction(name, linker.downcallHandle(place, form)));
  }

  /** Calls it; what it returns is not looked at. */
  void call(Object... arguments) {
    try {
      handle.invokeWithArguments(arguments);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException(name + " cannot be called", impossible);
    }
  }
}
