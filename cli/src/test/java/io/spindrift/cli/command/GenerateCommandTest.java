package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.CapturedSession;
import io.spindrift.cli.ReadJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {
  @TempDir private Path folder;

  private byte[] generated(String name, String... more) throws IOException {
    CapturedSession session = new CapturedSession();
    Path file = folder.resolve(name);
    String[] arguments = {
      "entropy",
      "generate",
      "--device",
      "measured-compact-fit",
      "--bits",
      "2100003",
      "--json",
      "--out",
      file.toString()
    };
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    assertThat(session.run(all)).as(session.err()).isZero();
    assertThat(ReadJson.of(session.out()).path("bits").asInt()).isEqualTo(2_100_003);
    return Files.readAllBytes(file);
  }

  @Test
  void theSameSeedGivesTheSameBitsForAnyNumberOfThreads() throws IOException {
    byte[] one = generated("one", "--threads", "1", "--seed", "7");
    assertThat(generated("three", "--threads", "3", "--seed", "7")).isEqualTo(one);
    assertThat(generated("other", "--threads", "3", "--seed", "8")).isNotEqualTo(one);
  }

  @Test
  void theThreeFormatsHoldTheSameBits() throws IOException {
    byte[] packed = generated("packed");
    byte[] bytes = generated("bytes", "--format", "bytes");
    byte[] ascii = generated("ascii", "--format", "ascii");
    assertThat(packed).hasSize(262_501);
    assertThat(bytes).hasSize(2_100_003);
    int differing = 0;
    for (int i = 0; i < bytes.length; i++) {
      int bit = (packed[i / 8] >> (7 - i % 8)) & 1;
      differing += bytes[i] == bit && ascii[i] == '0' + bit ? 0 : 1;
    }
    assertThat(differing).isZero();
  }
}
