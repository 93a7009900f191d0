package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessorFeaturesTest {
  @Test
  void flagsAreFoundAsWholeWords() {
    Set<String> wanted = Set.of("avx512_bf16");
    assertThat(ProcessorFeatures.lists(Stream.of("flags\t: fpu avx512_bf16 vme"), wanted)).isTrue();
    assertThat(ProcessorFeatures.lists(Stream.of("flags\t: fpu avx512_bf16x"), wanted)).isFalse();
    assertThat(ProcessorFeatures.lists(Stream.of("model name : avx512_bf16"), wanted)).isFalse();
    assertThat(ProcessorFeatures.lists(Stream.of(), wanted)).isFalse();
  }
}
