package io.spindrift.diffusion.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusableImagesTest {
  @TempDir Path folder;

  @Test
  void aMissingOrEmptyFolderIsRefusedWithWhatWouldBeAccepted() throws IOException {
    refused(folder.resolve("none"))
        .hasMessageContaining("does not exist")
        .hasMessageContaining("idx");
    refused(folder).hasMessageContaining("is empty").hasMessageContaining("PNG");
    Files.writeString(folder.resolve("notes.txt"), "hello");
    refused(folder).hasMessageContaining("notes.txt");
    refused(folder.resolve("notes.txt")).hasMessageContaining("must be idx");
  }

  @Test
  void anIdxFileWithAWrongMagicNumberIsRefused() throws IOException {
    idx(ImageFiles.idx(0x0D03, new int[] {1, 2, 2}, new byte[16]))
        .hasMessageContaining("0x00000803")
        .hasMessageContaining("0x00000d03");
    idx(new byte[0]).hasMessageContaining("nothing");
  }

  @Test
  void anIdxFileWithALyingCountIsRefusedWithoutItsMemoryBeingTaken() throws IOException {
    byte[] data = new byte[8];
    idx(ImageFiles.idx(0x803, new int[] {3, 2, 2}, data)).hasMessageContaining("ends after 8");
    idx(ImageFiles.idx(0x803, new int[] {1, 2, 2}, data)).hasMessageContaining("further bytes");
    idx(ImageFiles.idx(0x803, new int[] {0, 2, 2}, data))
        .hasMessageContaining("at least one image");
    idx(ImageFiles.idx(0x803, new int[] {1, 0, 2}, data)).hasMessageContaining("2x0");
    idx(ImageFiles.idx(0x803, new int[] {1, 4097, 2}, data)).hasMessageContaining("4096x4096");
    idx(ImageFiles.idx(0x803, new int[] {-1, 4096, 4096}, data)).hasMessageContaining("at most");
    idx(ImageFiles.gzip(ImageFiles.idx(0x803, new int[] {200_000, 28, 28}, data)))
        .hasMessageContaining("ends after 8");
  }

  @Test
  void aTruncatedOrDamagedGzipIsRefused() throws IOException {
    byte[] random = new byte[4 * 28 * 28];
    StreamKey.root(3).open().nextBytes(random);
    byte[] packed = ImageFiles.gzip(ImageFiles.idx(0x803, new int[] {4, 28, 28}, random));
    idx(Arrays.copyOf(packed, packed.length / 2)).hasMessageContaining("truncated");
    idx(Arrays.copyOf(packed, 5)).hasMessageContaining("truncated");
    packed[packed.length - 6] ^= 1;
    idx(packed).hasMessageContaining("damaged");
  }

  @Test
  void labelsThatDoNotBelongToTheImagesAreRefused() throws IOException {
    Path labels = folder.resolve("train-labels-idx1-ubyte");
    Files.write(labels, ImageFiles.idx(0x801, new int[] {3}, new byte[3]));
    idx(ImageFiles.idx(0x803, new int[] {1, 2, 2}, new byte[4]))
        .hasMessageContaining("1 labels")
        .hasMessageContaining("names 3");
  }

  @Test
  void picturesOfMixedSizesAreRefusedByNamingTwo() throws IOException {
    ImageFiles.picture(folder.resolve("a.png"), "png", BufferedImage.TYPE_BYTE_GRAY, 4, 4);
    ImageFiles.picture(folder.resolve("b.png"), "png", BufferedImage.TYPE_BYTE_GRAY, 4, 5);
    refused(folder).hasMessageContaining("a.png has 4x4").hasMessageContaining("b.png has 4x5");
  }

  @Test
  void aPictureThatIsNoneOrIsTruncatedIsRefused() throws IOException {
    Path good =
        ImageFiles.picture(folder.resolve("g.png"), "png", BufferedImage.TYPE_BYTE_GRAY, 40, 40);
    byte[] bytes = Files.readAllBytes(good);
    Files.writeString(good, "this is text");
    refused(folder).hasMessageContaining("g.png").hasMessageContaining("PNG or a JPEG");
    for (int length : new int[] {0, 8, 20, 33, bytes.length / 2, bytes.length - 20}) {
      Files.write(good, Arrays.copyOf(bytes, length));
      refused(folder).hasMessageContaining("g.png");
    }
    Files.delete(good);
    Path jpeg =
        ImageFiles.picture(folder.resolve("j.jpg"), "jpg", BufferedImage.TYPE_INT_RGB, 40, 40);
    byte[] whole = Files.readAllBytes(jpeg);
    Files.write(jpeg, Arrays.copyOf(whole, whole.length * 9 / 10));
    refused(folder).hasMessageContaining("j.jpg");
  }

  @Test
  void cifarRecordsOfAWrongLengthOrLabelAreRefused() throws IOException {
    Path file = folder.resolve("data_batch_1.bin");
    Files.write(file, new byte[3072]);
    refused(folder).hasMessageContaining("3073").hasMessageContaining("3072");
    byte[] record = new byte[3073];
    record[0] = 10;
    Files.write(file, record);
    refused(folder).hasMessageContaining("image 0 has 10");
  }

  @Test
  void npyFilesThatAreNoImagesAreRefused() throws IOException {
    npy("<i8", "(1, 2, 2)", new byte[32]).hasMessageContaining("i8");
    npy("|u1", "(4,)", new byte[4]).hasMessageContaining("[n,h,w]");
    npy("|u1", "(9, 2, 2)", new byte[4]).hasMessageContaining("ends after 4");
    npy("|u1", "(1, 2, 2)", new byte[5]).hasMessageContaining("further bytes");
    npy("|u1", "(999999999999, 4000, 4000)", new byte[5]).hasMessageContaining("at most");
    npy("<f4", "(1, 1, 1)", new byte[] {0, 0, (byte) 0xC0, 0x7F}).hasMessageContaining("NaN");
    npy("<f4", "(1, 1, 1)", new byte[] {0, 0, (byte) 0x80, (byte) 0xBF})
        .hasMessageContaining("-1.0");
  }

  @Test
  void anyDamagedFileIsReadOrRefusedButNeverFailsOtherwise() throws IOException {
    byte[][] wholes = {
      ImageFiles.idx(0x803, new int[] {2, 3, 4}, ImageFiles.ramp(24)),
      ImageFiles.gzip(ImageFiles.idx(0x803, new int[] {2, 3, 4}, ImageFiles.ramp(24))),
      ImageFiles.npy("<f4", "(1, 2, 2)", new byte[16]),
      ImageFiles.npy("|u1", "(1, 2, 2)", new byte[4]),
      Files.readAllBytes(
          ImageFiles.picture(folder.resolve("p.png"), "png", BufferedImage.TYPE_BYTE_GRAY, 9, 9)),
    };
    Path[] targets = {
      folder.resolve("f/x-idx3-ubyte"),
      folder.resolve("f/x-idx3-ubyte"),
      folder.resolve("f/x.npy"),
      folder.resolve("f/x.npy"),
      folder.resolve("f/x.png"),
    };
    Files.createDirectories(folder.resolve("f"));
    RandomStream random = StreamKey.root(11).purpose("fuzz").open();
    for (int kind = 0; kind < wholes.length; kind++) {
      for (int trial = 0; trial < 300; trial++) {
        byte[] bent = wholes[kind].clone();
        for (int flips = random.nextInt(4); flips >= 0; flips--) {
          bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
        }
        Files.write(targets[kind], Arrays.copyOf(bent, 1 + random.nextInt(bent.length)));
        try {
          assertThat(ImageSetFinder.recognise(folder.resolve("f")).training().count()).isPositive();
        } catch (UnusableInput expected) {
          assertThat(expected.getMessage()).isNotBlank();
        }
      }
      Files.delete(targets[kind]);
    }
  }

  @Test
  void aRangeBeyondTheSetIsRefused() {
    ImageSet ten = new StrokesImageSet(StreamKey.root(1), 10);
    assertThat(ImageRange.parse(ten, "2:5").label(0)).isEqualTo(2);
    assertThat(ImageRange.parse(ten, ":").count()).isEqualTo(10);
    for (String text : new String[] {"5", "5:5", "5:11", "9999999999:", "-1:3", "a:b"}) {
      assertThatThrownBy(() -> ImageRange.parse(ten, text)).isInstanceOf(UnusableInput.class);
    }
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(Path path) {
    return assertThatThrownBy(() -> ImageSetFinder.recognise(path))
        .isInstanceOf(UnusableInput.class);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> idx(byte[] bytes) throws IOException {
    Path file = folder.resolve("train-images-idx3-ubyte");
    Files.write(file, bytes);
    return refused(folder);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> npy(
      String descr, String shape, byte[] data) throws IOException {
    Path file = folder.resolve("x.npy");
    Files.write(file, ImageFiles.npy(descr, shape, data));
    return refused(file);
  }
}
