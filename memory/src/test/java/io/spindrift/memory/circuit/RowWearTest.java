package io.spindrift.memory.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.spec.Endurance;
import org.junit.jupiter.api.Test;

class RowWearTest {
  @Test
  void aRowIsWornBeyondTheStatedPulsesOnly() {
    CellArray array =
        TestMemory.array(TestMemory.of("array.rows=4", "array.columns=64"), CellKinds.nominal());
    array.addWear(0, 10);
    array.addWear(1, 11);
    RowWear wear = RowWear.of(array, new Endurance(10));
    assertThat(wear.worn()).isEqualTo(1);
    assertThat(wear.mostPulses()).isEqualTo(11);
    assertThat(wear.meanPulses()).isEqualTo(5.25);
  }
}
