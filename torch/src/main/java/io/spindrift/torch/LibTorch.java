package io.spindrift.torch;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The native library, started once per process, and the frame in which every piece of work runs.
 *
 * <p>Within a frame tensors live until the frame ends, unless they are retained; memory therefore
 * stays flat however long a training lasts.
 *
 * @param threads threads of one operation
 * @param working arithmetic of the denoiser
 */
record LibTorch(int threads, ScalarType working) {
  private static final String LIBRARY_VERSION = "2.10.0";

  /** Loads the library on first use. */
  static LibTorch start(TorchOptions options) {
    Loaded.check();
    boolean bf16 =
        switch (options.precision()) {
          case AUTO -> ProcessorFeatures.multipliesBf16();
          case BF16 -> true;
          case FP32 -> false;
        };
    return new LibTorch(options.threads(), bf16 ? ScalarType.BFloat16 : ScalarType.Float);
  }

  /** The same library for work that must not be rounded to bf16. */
  LibTorch inSinglePrecision() {
    return new LibTorch(threads, ScalarType.Float);
  }

  String description() {
    return "PyTorch "
        + LIBRARY_VERSION
        + (working == ScalarType.BFloat16 ? ", bf16, " : ", fp32, ")
        + threads
        + (threads == 1 ? " thread" : " threads");
  }

  /** Runs a network without gradients; tensors that are not retained end with it. */
  <T> T compute(Supplier<T> work) {
    return frame(true, false, work);
  }

  /** Runs a network and records gradients; tensors that are not retained end with it. */
  <T> T differentiate(Supplier<T> work) {
    return frame(true, true, work);
  }

  /** Makes, copies or changes tensors; those that are not retained end with it. */
  <T> T handle(Supplier<T> work) {
    return frame(false, false, work);
  }

  @SuppressWarnings("try")
  private <T> T frame(boolean heavy, boolean gradients, Supplier<T> work) {
    NativeWork.ofProcess().begin(heavy);
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(gradients)) {
      useThreads();
      return work.get();
    } finally {
      NativeWork.ofProcess().end();
    }
  }

  private void useThreads() {
    if (torch.get_num_threads() != threads) {
      torch.set_num_threads(threads);
    }
  }

  /** Its initialiser runs once and in the order that the library needs. */
  private static final class Loaded {
    private static final String RESOURCES = "/org/bytedeco/pytorch/" + Loader.getPlatform() + "/";

    static {
      // The second thread pool of the matrix library would fight the first.
      NativeEnvironment.setUnlessPresent("OPENBLAS_NUM_THREADS", "1");
      // Threads that wait at a barrier spin 0.1 ms instead of 15 ms before they give their core
      // back: on a machine with other work the longer wait makes every operation ten times slower.
      NativeEnvironment.setUnlessPresent("GOMP_SPINCOUNT", "2000");
      // The bindings would refuse work once the process holds a multiple of the Java heap.
      if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
      }
      try {
        // A libtorch on the system's library path must not be found before ours is unpacked.
        Loader.cacheResources(torch.class, RESOURCES);
        Loader.load(torch.class);
        Runtime.getRuntime()
            .addShutdownHook(new Thread(NativeWork.ofProcess()::finish, "native work"));
      } catch (IOException | UnsatisfiedLinkError failure) {
        throw new UnusableInput(
            "the tensor library cannot be unpacked and loaded on this machine (platform "
                + Loader.getPlatform()
                + "): "
                + failure.getMessage()
                + "; it needs a 64-bit Linux and about 500 MB in the folder given by"
                + " -Dorg.bytedeco.javacpp.cachedir",
            failure);
      }
    }

    /** Forces the initialiser. */
    static void check() {}

    private Loaded() {}
  }
}
