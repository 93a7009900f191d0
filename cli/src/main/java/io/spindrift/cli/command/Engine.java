package io.spindrift.cli.command;

import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.extractor.ExtractorFormat;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.onnx.OnnxNetworks;
import io.spindrift.torch.Precision;
import io.spindrift.torch.TorchEngine;
import io.spindrift.torch.TorchOptions;
import java.util.List;

/** The tensor library, started as a configuration and the options ask. */
final class Engine {
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

  /** The engine for feature networks alone. */
  static TensorEngine of(CommonOptions common) {
    return TorchEngine.start(TorchOptions.automatic().withThreads(common.threads()));
  }

  private Engine() {}
}
