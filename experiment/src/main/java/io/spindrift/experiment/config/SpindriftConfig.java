package io.spindrift.experiment.config;

import io.spindrift.device.spec.DevicePresets;
import io.spindrift.diffusion.process.PixelScale;
import io.spindrift.numerics.document.Declared;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides what a run computes.
 *
 * @param seed root of all chance but the differences between devices
 * @param device preset name or path of a device file
 * @param deviceOverrides values of the device to replace, as {@code path=value}
 * @param deviceInFull the device written out; takes the place of {@code device} when present
 * @param curve how the junction is simulated
 * @param entropy how bits and samples are made
 * @param noise what hardware noise is made of
 * @param images what is learnt
 * @param process the diffusion process
 * @param denoiser architecture of the denoiser
 * @param training how it is trained
 * @param sampling how images are drawn
 * @param metric how images are judged
 * @param cost what is compared
 */
public record SpindriftConfig(
    @Declared(says = "Root of all chance but the differences between devices", defaultValue = "1")
        long seed,
    @Declared(says = "Preset name or path of a device file", defaultValue = DevicePresets.DEFAULT)
        String device,
    @Declared(says = "Values of the device to replace, as path=value", defaultValue = "[]")
        List<String> deviceOverrides,
    @Declared(
            says =
                "The device written out, as a run from a device file keeps it; takes the place of"
                    + " device")
        Optional<DeviceInFull> deviceInFull,
    @Declared(says = "How the junction is simulated") CurveConfig curve,
    @Declared(says = "How bits and samples are made") EntropyConfig entropy,
    @Declared(says = "What hardware noise is made of, and what is wrong with it") NoiseConfig noise,
    @Declared(says = "What is learnt") ImagesConfig images,
    @Declared(says = "The diffusion process") ProcessConfig process,
    @Declared(says = "Architecture of the denoiser") DenoiserConfig denoiser,
    @Declared(says = "How the denoiser is trained") TrainingConfig training,
    @Declared(says = "How images are drawn") SamplingConfig sampling,
    @Declared(says = "How images are judged") MetricConfig metric,
    @Declared(says = "What is compared") CostConfig cost) {
  /** Copies the list. */
  public SpindriftConfig {
    deviceOverrides = List.copyOf(deviceOverrides);
  }

  /** The same configuration with the scale of its pixels written out. */
  public SpindriftConfig with(PixelScale pixels) {
    ImagesConfig learnt =
        new ImagesConfig(
            images.set(),
            images.trainCount(),
            images.heldOutCount(),
            Optional.of(PixelsConfig.of(pixels)));
    return new SpindriftConfig(
        seed,
        device,
        deviceOverrides,
        deviceInFull,
        curve,
        entropy,
        noise,
        learnt,
        process,
        denoiser,
        training,
        sampling,
        metric,
        cost);
  }

  /** The same configuration with its device written out, every override applied. */
  public SpindriftConfig with(DeviceInFull written) {
    return new SpindriftConfig(
        seed,
        device,
        List.of(),
        Optional.of(written),
        curve,
        entropy,
        noise,
        images,
        process,
        denoiser,
        training,
        sampling,
        metric,
        cost);
  }
}
