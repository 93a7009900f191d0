package io.spindrift.experiment.stage;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.PngGrid;
import io.spindrift.experiment.run.RunDirectory;

/** Grids of the first images of a set, as the report shows them. */
public final class Grids {
  private static final int SIDE = 8;

  /** Writes {@code images/<name>.png}. */
  public static void write(RunDirectory directory, String name, ImageSet images) {
    int scale = Math.max(1, 56 / images.shape().width());
    new PngGrid(SIDE, scale)
        .write(
            directory.file("images/" + name + ".png"),
            images,
            0,
            Math.min(images.count(), SIDE * SIDE));
  }

  private Grids() {}
}
