package io.spindrift.memory.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.UnusableInput;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayFootprintTest {
  private static final String HEADER =
      "# spindrift areas version 2, 2026-11-29\n"
          + "item,unit,value,low,high,node_nanometers,scaling,kind,source\n";

  /** Two arrays of 4 x 8 cells with two converters each: every component counted by hand. */
  @Test
  void theAreaIsTheSumOfItsComponents() {
    ArrayGeometry geometry = new ArrayGeometry(4, 8, 2, 1, 8, 4, 3, 2);
    ArrayFootprint array = ArrayFootprint.of(geometry, 32e-9, AreaTable.standard());
    double from40 = TechnologyNodes.standard().areaFactor(40e-9, 32e-9);
    double micrometers =
        64 * 34.5 * 0.032 * 0.032
            + 8 * (2.48 * from40 + 0.166)
            + 16 * (0.166 + 40 * 0.31 + 4.34 * from40 + 3 * 15.5 * from40 + 2 * 8.69 * from40)
            + 4 * 1200;
    assertThat(array.squareMeters()).isCloseTo(micrometers * 1e-12, within(1e-22));
    assertThat(array.columnSquareMeters()).isCloseTo(micrometers * 1e-12 / 16, within(1e-22));
    assertThat(array.efficiency())
        .isCloseTo(64 * 34.5 * 0.032 * 0.032 / micrometers, within(1e-12));
    assertThat(array.parts()).allMatch(part -> !part.source().isBlank());
  }

  @Test
  void aCellIsCountedInSquaredFeaturesAtEveryNode() {
    ArrayGeometry geometry = ArrayGeometry.ofBits(256, 256, 1);
    assertThat(ArrayFootprint.standard(geometry).cellSquareMeters())
        .isCloseTo(0.027e-12, within(0.0001e-12));
    assertThat(ArrayFootprint.of(geometry, 65e-9, AreaTable.standard()).cellSquareMeters())
        .isCloseTo(34.5 * 65e-9 * 65e-9, within(1e-24));
  }

  @Test
  void withoutAFoldThereIsNoGateAndWithoutConvertersNone() {
    ArrayFootprint array = ArrayFootprint.standard(ArrayGeometry.ofBits(256, 256, 1));
    assertThat(array.parts())
        .extracting(AreaPart::item)
        .containsExactly("cell", "row-decoder", "row-driver", "column-driver", "sense-amplifier");
    assertThat(ArrayGeometry.ofBits(256, 100, 1).withConverters(6, 8).converters()).isEqualTo(13);
  }

  @Test
  void theFallbackIsMarkedAssumed() {
    ArrayFootprint array =
        ArrayFootprint.byEfficiency(ArrayGeometry.ofBits(16, 64, 1), 28e-9, AreaTable.standard());
    assertThat(array.efficiency()).isCloseTo(0.5, within(1e-12));
    assertThat(array.parts().getLast().kind()).isEqualTo(PriceKind.ASSUMED);
  }

  @Test
  void aTableWithoutASourceOrWithAnotherUnitIsRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("areas.csv");
    Files.writeString(file, HEADER + "cell,F2,34.5,,,,feature,model,\n");
    assertThatThrownBy(() -> AreaTable.read(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("line 3: source must not be blank");
    Files.writeString(file, HEADER + "xor,mm2,1,,,45,logic,model,A\n");
    assertThatThrownBy(() -> AreaTable.read(file)).hasMessageContaining("unit must be um2");
    Files.writeString(file, HEADER + "xor,um2,1,2,3,45,logic,model,A\n");
    assertThatThrownBy(() -> AreaTable.read(file))
        .hasMessageContaining("value must lie between its low and high ends");
    Files.writeString(file, HEADER + "xor,um2,1,,,45,logic,model,A\n");
    assertThatThrownBy(
            () -> ArrayFootprint.of(ArrayGeometry.ofBits(4, 4, 1), 28e-9, AreaTable.read(file)))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("has no area of 'cell'");
  }
}
