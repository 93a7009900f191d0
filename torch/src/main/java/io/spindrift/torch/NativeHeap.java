package io.spindrift.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The allocator from which the library takes its tensors.
 *
 * <p>The GNU allocator asks the system for every large block and gives it back at once; each step
 * then waits for the system to clear the same pages again. Here freed blocks are kept for the next
 * step. Names and numbers: mallopt(3) of the GNU C library.
 */
final class NativeHeap {
  private static final int TRIM_THRESHOLD = -1;
  private static final int TOP_PAD = -2;
  private static final int MMAP_THRESHOLD = -3;
  private static final int ARENA_MAX = -8;

  /** Keeps freed memory; does nothing where the system's allocator has no such settings. */
  @SuppressWarnings("restricted")
  static void keepFreedBlocks() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> mallopt = linker.defaultLookup().find("mallopt");
    if (mallopt.isEmpty()) {
      return;
    }
    MethodHandle call =
        linker.downcallHandle(
            mallopt.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    set(call, MMAP_THRESHOLD, 32 << 20);
    set(call, TRIM_THRESHOLD, 1 << 30);
    set(call, TOP_PAD, 16 << 20);
    set(call, ARENA_MAX, 1);
  }

  private static void set(MethodHandle mallopt, int setting, int value) {
    try {
      int unused = (int) mallopt.invokeExact(setting, value);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new IllegalStateException("mallopt cannot be called", impossible);
    }
  }

  private NativeHeap() {}
}
