package io.spindrift.experiment.report;

import io.spindrift.experiment.run.StageReading.DiffusionReading;
import io.spindrift.experiment.run.StageReading.FidReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader must not conclude from this run. */
final class LimitsSection implements Section {
  @Override
  public String id() {
    return "limits";
  }

  @Override
  public String title() {
    return "What this run does not show";
  }

  @Override
  public Optional<String> html(RunFiles run, Figures figures) {
    List<String> limits = new ArrayList<>();
    if (run.state().size().equals("quick")) {
      limits.add(
          "The run is of size quick: the denoisers are barely trained. It shows that the chain"
              + " works, not how good either kind of noise is.");
    }
    limits.add(
        "The parameters of the paper's own junctions are not public here. The device is the one"
            + " named above, with the sources named there; nothing on this page is a result of the"
            + " paper.");
    limits.add(
        "Switching is drawn from the modelled probability of each junction, pulse by pulse and"
            + " independent; drift, ageing, read disturb and coupling between neighbours are not"
            + " modelled.");
    limits.add(
        "The certificate judges one stream of the simulated array. It can find a defect of the size"
            + " that it names; it cannot show that there is none.");
    FidReading fid = run.metrics().fid();
    if (fid != null) {
      limits.add(
          "Distances are in the features of "
              + fid.extractor()
              + " and depend on it and on the number of images; they are not comparable with"
              + " distances from an Inception network or at other counts. Only the comparison on"
              + " this page, against the floor on this page, is meant.");
    }
    DiffusionReading diffusion = run.metrics().diffusion();
    if (diffusion != null) {
      limits.add(
          "The denoiser runs on a digital processor. Its energy is its count of operations times a"
              + " published price, not a measurement and not a layout.");
    }
    StringBuilder html = new StringBuilder("<ul class=\"limits\">");
    limits.forEach(l -> html.append("<li>").append(Html.text(l)).append("</li>"));
    return Optional.of(html.append("</ul>").toString());
  }
}
