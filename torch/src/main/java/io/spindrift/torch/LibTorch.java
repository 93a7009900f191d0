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
 * @param crew threads that share chunks and shards; each runs operations on itself alone
 * @param working arithmetic of the denoiser
 */
record LibTorch(Crew crew, ScalarType working) {
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
    return new LibTorch(new Crew(options.threads()), bf16 ? ScalarType.BFloat16 : ScalarType.Float);
  }

  /** The same library and threads for work that must not be rounded to bf16. */
  LibTorch inSinglePrecision() {
    return new LibTorch(crew, ScalarType.Float);
  }

  String description() {
    int threads = crew.threads();
    return version() + ", " + threads + (threads == 1 ? " thread" : " threads");
  }

  /** What decides the bits of a result: another kind of processor has other kernels. */
  String arithmetic() {
    return version()
        + ", "
        + torch.get_cpu_capability().getString()
        + " of "
        + ProcessorFeatures.model();
  }

  private String version() {
    return "PyTorch " + LIBRARY_VERSION + (working == ScalarType.BFloat16 ? ", bf16" : ", fp32");
  }

  /** Computes without gradients at a place of the crew; tensors not retained end with it. */
  <T> T compute(Supplier<T> work) {
    return crew.atAPlace(() -> frame(true, false, work));
  }

  /** Computes without gradients at a place of the crew, for what it changes alone. */
  void compute(Runnable work) {
    crew.atAPlace(() -> frame(true, false, answering(work)));
  }

  /** Computes with gradients at a place of the crew; tensors not retained end with it. */
  <T> T differentiate(Supplier<T> work) {
    return crew.atAPlace(() -> frame(true, true, work));
  }

  /** Makes, copies or changes tensors; those that are not retained end with it. */
  <T> T handle(Supplier<T> work) {
    return frame(false, false, work);
  }

  /** Makes, copies or changes tensors, for what it changes alone. */
  void handle(Runnable work) {
    frame(false, false, answering(work));
  }

  private static Supplier<Boolean> answering(Runnable work) {
    return () -> {
      work.run();
      return true;
    };
  }

  @SuppressWarnings("try")
  private <T> T frame(boolean heavy, boolean gradients, Supplier<T> work) {
    NativeWork.ofProcess().begin(heavy);
    try (PointerScope scope = new PointerScope();
        AutoGradMode mode = new AutoGradMode(gradients)) {
      useOneThread();
      return work.get();
    } finally {
      NativeWork.ofProcess().end();
    }
  }

  /**
   * The number of threads inside an operation changes its result, and is a thread's own setting.
   */
  private static void useOneThread() {
    if (torch.get_num_threads() != 1) {
      torch.set_num_threads(1);
    }
  }

  /** Its initialiser runs once and in the order that the library needs. */
  private static final class Loaded {
    private static final String RESOURCES = "/org/bytedeco/pytorch/" + Loader.getPlatform() + "/";

    static {
      // The matrix library's own threads would fight those of the crew.
      NativeEnvironment.setUnlessPresent("OPENBLAS_NUM_THREADS", "1");
      NativeHeap.keepFreedBlocks();
      // The bindings would refuse work once the process holds a multiple of the Java heap.
      if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
        System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
      }
      try {
        // A libtorch on the system's library path must not be found before ours is unpacked.
        Loader.cacheResources(torch.class, RESOURCES);
        Loader.load(torch.class);
        // It is tried first, refuses many processors, and says so at every convolution.
        torch.globalContext().setUserEnabledNNPACK(false);
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
