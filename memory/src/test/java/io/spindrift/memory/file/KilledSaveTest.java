package io.spindrift.memory.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that saves again and again is killed; the file is always one that it saved whole. */
class KilledSaveTest {
  private static final int ROUNDS = 10;

  /** On a busy machine a save may be over before the kill arrives; then there are more rounds. */
  private static final int MOST_ROUNDS = 200;

  private static final ArrayShape SHAPE = new ArrayShape(256, 16384);

  @TempDir Path folder;

  @Test
  void killedSaveLeavesTheOldFileOrTheNew() throws Exception {
    Path file = folder.resolve("cells");
    RandomStream delays = StreamKey.root(8).purpose("delays").open();
    ArrayFile.save(ArrayFileTest.array(SHAPE, 0), "save 0", file);
    int interrupted = 0;
    for (int round = 0; round < ROUNDS || interrupted == 0 && round < MOST_ROUNDS; round++) {
      Path started = folder.resolve("started-" + round);
      Process process =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "--add-modules",
                  "jdk.incubator.vector",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Saving.class.getName(),
                  file.toString(),
                  started.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      while (!Files.exists(started) && process.isAlive()) {
        Thread.sleep(1);
      }
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(delays.nextInt(20));
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      interrupted += Files.exists(folder.resolve(".cells.part")) ? 1 : 0;
      SavedArray saved = ArrayFile.load(file);
      assertThat(saved.provenance()).isIn("save 0", "save 1");
      long seed = saved.provenance().equals("save 0") ? 0 : 1;
      ArrayFileTest.requireSame(saved.array(), ArrayFileTest.array(SHAPE, seed));
    }
    // Were no save ever interrupted, nothing would have been tested.
    assertThat(interrupted).isPositive();
    ArrayFile.save(ArrayFileTest.array(SHAPE, 0), "save 0", file);
    assertThat(folder.resolve(".cells.part")).doesNotExist();
  }

  /** What the other process does: save two arrays in turn without end. */
  static final class Saving {
    public static void main(String[] arguments) throws IOException {
      Path file = Path.of(arguments[0]);
      CellArray[] arrays = {ArrayFileTest.array(SHAPE, 0), ArrayFileTest.array(SHAPE, 1)};
      Files.createFile(Path.of(arguments[1]));
      for (int i = 0; ; i = 1 - i) {
        ArrayFile.save(arrays[i], "save " + i, file);
      }
    }

    private Saving() {}
  }
}
