package io.spindrift.torch;

import java.lang.foreign.ValueLayout;

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
  static void keepFreedBlocks() {
    NativeFunction.find("mallopt", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)
        .ifPresent(mallopt -> {
          mallopt.call(MMAP_THRESHOLD, 32 << 20);
          mallopt.call(TRIM_THRESHOLD, 1 << 30);
          mallopt.call(TOP_PAD, 16 << 20);
          mallopt.call(ARENA_MAX, 1);
        });
  }

  private NativeHeap() {}
}
