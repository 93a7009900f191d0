package io.spindrift.experiment.report;

import io.spindrift.experiment.run.StageReading.ArmReading;
import io.spindrift.experiment.run.StageReading.DiffusionReading;
import java.util.List;
import java.util.Optional;

/** Training of both denoisers, and their samples beside real images. */
final class DiffusionSection implements Section {
  @Override
  public String id() {
    return "diffusion";
  }

  @Override
  public String title() {
    return "Diffusion";
  }

  @Override
  public Optional<String> html(RunFiles run, Figures figures) {
    return Optional.ofNullable(run.metrics().diffusion())
        .map(d ->
            lead(d)
                + samples(run, d)
                + arms(d)
                + "<div class=\"pair\">"
                + figures.trainingLoss().orElse("")
                + figures.schedule().orElse("")
                + "</div>");
  }

  private static String lead(DiffusionReading d) {
    return Html.paragraph(
        "Images: "
            + Html.text(d.images())
            + ", "
            + Html.text(d.shape())
            + "; "
            + Html.whole(d.trainCount())
            + " to train on, "
            + Html.whole(d.heldOutCount())
            + " held out. Process: "
            + Html.text(d.process())
            + ". Denoiser: "
            + Html.text(d.denoiser())
            + ", "
            + Html.whole(d.parameters())
            + " parameters, on "
            + Html.text(d.engine())
            + ". Both trainings start from the same weights and see the same batches; only the"
            + " noise differs, and each samples with the noise that it was trained with ("
            + Html.text(d.sampler())
            + ").");
  }

  private static String samples(RunFiles run, DiffusionReading d) {
    return "<div class=\"grids\">"
        + grid(run, "hardware", "hardware noise")
        + grid(run, "software", "software noise")
        + grid(run, "real", "real: " + d.images())
        + "</div>";
  }

  private static String grid(RunFiles run, String name, String caption) {
    return run.image(name).map(png -> Html.figure(Html.image(png, caption), caption)).orElse("");
  }

  private static String arms(DiffusionReading d) {
    return Html.table(
        List.of(
            "noise in training and sampling",
            "steps × batch",
            "final loss",
            "training images/s",
            "waited for noise",
            "samples",
            "samples/s"),
        List.of(0),
        List.of(arm(d.hardware()), arm(d.software())));
  }

  private static List<String> arm(ArmReading a) {
    return List.of(
        Html.text(a.noise()),
        Html.whole(a.steps()) + " × " + a.batch(),
        Html.fixed(a.finalLoss(), 4),
        Html.number(a.trainingImagesPerSecond()),
        Html.fixed(100 * a.waitedShare(), 1) + " %",
        Html.whole(a.samples()),
        Html.number(a.sampledImagesPerSecond()));
  }
}
