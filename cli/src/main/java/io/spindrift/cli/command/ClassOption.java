package io.spindrift.cli.command;

import io.spindrift.diffusion.sampler.Labels;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.numerics.UnusableInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that asks for images of one class. */
final class ClassOption {
  @Option(
      names = "--class",
      paramLabel = "N",
      description = "Class that the network is told, from 0.")
  @Nullable String label;

  /** The recipe with every image asked to be of the class; as it was when none is given. */
  Recipe applied(Recipe recipe) {
    if (label == null) {
      return recipe;
    }
    int classes = recipe.denoiser().classes();
    if (classes == 0) {
      throw new UnusableInput("--class needs a network that is told classes, but this one is not");
    }
    return recipe.asking(Labels.all(GivenQuantity.smallCount("--class", label, 0, classes - 1)));
  }

  /** The recipe with every image of the class, or of none when none is given. */
  Recipe appliedOrNone(Recipe recipe) {
    return applied(recipe.asking(Labels.NONE));
  }
}
