package io.spindrift.cli.command;

import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.extractor.CachingEngine;
import io.spindrift.diffusion.extractor.ExtractorCache;
import io.spindrift.diffusion.extractor.ExtractorFormat;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.onnx.OnnxNetworks;
import io.spindrift.torch.Precision;
import io.spindrift.torch.TorchEngine;
import io.spindrift.torch.TorchOptions;
import java.util.List;
import java.util.function.Consumer;

/** The tensor library, started as a configuration and the options ask. */
final class Engine {
  /**
   * The environment variable that names the folder of trained feature networks, or turns it off.
   */
  static final String CACHE_VARIABLE = "SPINDRIFT_EXTRACTOR_CACHE";

  /** The engine for a run. */
  static TensorEngine of(SpindriftConfig config, CommonOptions common) {
    Precision precision =
        switch (config.training().precision()) {
          case AUTO -> Precision.AUTO;
          case BF16 -> Precision.BF16;
          case FP32 -> Precision.FP32;
        };
    List<ExtractorFormat> formats = List.of(OnnxNetworks.onThreads(common.threads()));
    return TorchEngine.start(new TorchOptions(common.threads(), precision), formats);
  }

  /** The same engine with the feature networks that it trains kept for this user, unless off. */
  static TensorEngine keeping(TensorEngine engine, Session session, CommonOptions common) {
    Consumer<String> told = common.quiet() ? sentence -> {} : session.err()::println;
    return ExtractorCache.ofUser(
            System.getenv(CACHE_VARIABLE),
            System.getenv("XDG_CACHE_HOME"),
            String.valueOf(System.getProperty("user.home")))
        .<TensorEngine>map(cache -> new CachingEngine(engine, cache, told))
        .orElse(engine);
  }

  /** The engine for feature networks alone. */
  static TensorEngine of(CommonOptions common) {
    return TorchEngine.start(TorchOptions.automatic().withThreads(common.threads()));
  }

  private Engine() {}
}
