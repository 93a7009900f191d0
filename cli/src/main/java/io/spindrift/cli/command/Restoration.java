package io.spindrift.cli.command;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.PixelError;
import io.spindrift.diffusion.sampler.Known;
import io.spindrift.diffusion.sampler.Sampler;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Images restored by a sampler: drawn, written and told, whatever is known of them.
 *
 * @param session where results are printed
 * @param options what was asked for
 * @param common what every command is asked
 * @param task the checkpoint and the images
 * @param sampler the steps to the restored images
 * @param source the noise of the steps
 * @param progress where progress is told
 */
record Restoration(
    Session session,
    RestoreOptions options,
    CommonOptions common,
    RestoreOptions.Task task,
    Sampler sampler,
    NoiseSource source,
    Progress progress) {
  /** A restoration with the noise that its options name. */
  static Restoration of(
      Session session,
      RestoreOptions options,
      CommonOptions common,
      RestoreOptions.Task task,
      Sampler sampler) {
    Progress progress = common.progress(session);
    try (Workers workers = new Workers(common.threads())) {
      NoiseSource source = options.noise.source(task.config(), workers, progress).samples();
      return new Restoration(session, options, common, task, sampler, source, progress);
    }
  }

  /** Restores the images of the task. */
  ImageSet draw(Known known) {
    try (Denoiser denoiser = Engine.of(task.config(), common).load(task.checkpoint())) {
      return task.recipe()
          .generator(sampler, task.shape(), task.config().sampling().batch())
          .complete(
              task.images().name() + " restored",
              denoiser,
              source,
              known,
              0,
              task.images().count(),
              progress);
    }
  }

  /** Images beside their originals, where these are known. */
  RestoredImages beside(
      ImageSet given, ImageSet result, BiFunction<ImageSet, ImageSet, PixelError> error) {
    if (!options.originalsKnown()) {
      return new RestoredImages(null, given, result, null, null);
    }
    ImageSet originals = task.images();
    return new RestoredImages(
        originals, given, result, error.apply(given, originals), error.apply(result, originals));
  }

  /**
   * Prints what came of it.
   *
   * @param deed what was done to the images, as the sentence goes on after their number
   * @param fields what else belongs into the document: name, value, name, value, and so on
   */
  void print(RestoredImages restored, String deed, Object... fields) {
    if (common.json) {
      Map<String, Object> document =
          JsonOutput.object("directory", options.out.toString(), "images", task.images().count());
      document.putAll(JsonOutput.object(fields));
      document.putAll(
          JsonOutput.object(
              "sampler", sampler.name(),
              "noise", source.name(),
              "error", RestoredImages.json(restored.resultError()),
              "errorAsGiven", RestoredImages.json(restored.givenError()),
              "seed", task.config().seed()));
      JsonOutput.print(session.out(), document);
      return;
    }
    session.print(
        "%d images %s by %s%s; strip in %s",
        task.images().count(),
        deed,
        sampler.name(),
        restored.sentence(),
        options.out.resolve("restored.png"));
  }
}
