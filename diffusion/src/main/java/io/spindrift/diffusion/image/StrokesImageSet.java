package io.spindrift.diffusion.image;

import io.spindrift.diffusion.image.DigitStyles.PenStroke;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;

/**
 * Handwritten digits that are drawn when they are read: white ink on black, 28 x 28 grey.
 *
 * <p>Image i depends on the key and on i alone; its digit is i mod 10. Each digit has several
 * writing styles; each writing has its own slant, size, pen, wobble and speed.
 */
public final class StrokesImageSet implements ImageSet {
  private static final ImageShape SHAPE = new ImageShape(1, InkRaster.SIDE, InkRaster.SIDE);

  private final StreamKey key;
  private final int count;

  /**
   * Creates the set.
   *
   * @param key decides every image; another key gives other images of the same kind
   * @param count number of images, {@link Integer#MAX_VALUE} for an endless set
   */
  public StrokesImageSet(StreamKey key, int count) {
    this.key = key.purpose("images/strokes");
    this.count = Require.atLeast("number of images", count, 1);
  }

  @Override
  public String name() {
    return "strokes, " + (count == Integer.MAX_VALUE ? "endless" : count + " images");
  }

  @Override
  public ImageShape shape() {
    return SHAPE;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public int classes() {
    return DigitStyles.digits();
  }

  @Override
  public int label(int index) {
    return Objects.checkIndex(index, count) % DigitStyles.digits();
  }

  @Override
  public void read(int index, byte[] target, int offset) {
    int digit = label(index);
    Objects.checkFromIndexSize(offset, SHAPE.size(), target.length);
    RandomStream random = key.at(index).open();
    Handwriting hand = Handwriting.draw(random);
    PenPath path = new PenPath(hand, random);
    for (PenStroke stroke : DigitStyles.strokes(digit, random.nextInt(DigitStyles.styles(digit)))) {
      path.write(stroke);
    }
    InkRaster raster = new InkRaster(hand.edgePixels());
    raster.draw(path);
    raster.copyTo(target, offset);
  }
}
