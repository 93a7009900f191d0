package io.spindrift.device.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceLoaderTest {
  private static final String PRESET = "precessional-macrospin";

  @Test
  void valuesArePatchedByPathWithTheirUnit() {
    MacrospinDevice device =
        (MacrospinDevice)
            DeviceLoader.load(
                    PRESET,
                    List.of(
                        "freeLayer.thickness=1.2nm",
                        "barrier.vcmaCoefficient = 60 fJ/Vm",
                        "operation.pulse=1.4ns"))
                .spec();
    assertThat(device.freeLayer().thicknessMeters()).isCloseTo(1.2e-9, within(1e-20));
    assertThat(device.barrier().vcmaCoefficientJoulesPerVoltMeter())
        .isCloseTo(60e-15, within(1e-25));
    assertThat(device.operation().hasPulse()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "freeLayer.thickness=-1nm, freeLayer.thickness, -1",
    "operation.temperature=0, operation.temperature, 0",
    "operation.pulse=NaN, operation.pulse, NaN",
    "freeLayer.damping=0, freeLayer.damping, 0",
    "freeLayer.thicknes=1nm, freeLayer.thicknes, thickness",
    "operation.voltage=3 nm, operation.voltage, nm",
    "freeLayer.demagnetising.z=0.5, freeLayer.demagnetising, 0.5",
    "kind=makrospin, kind, macrospin",
  })
  void unusableValueGetsOneSentenceWithItsPath(String patch, String path, String word) {
    assertThatThrownBy(() -> DeviceLoader.load(PRESET, List.of(patch)))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(path)
        .hasMessageContaining(word)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void compactFitIsRefusedAtATemperatureItDoesNotKnow() {
    assertThatThrownBy(
            () -> DeviceLoader.load("measured-compact-fit", List.of("operation.temperature=350K")))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("operation.temperature must be 300 K")
        .hasMessageContaining("350 K");
  }

  @Test
  void allProblemsAreToldTogether() {
    assertThatThrownBy(() ->
            DeviceLoader.load(
                PRESET, List.of("freeLayer.thickness=-1nm", "operation.temperature=0K")))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("freeLayer.thickness")
        .hasMessageContaining("operation.temperature");
  }

  @Test
  void patchWithoutAnEqualsSignIsRefused() {
    assertThatThrownBy(() -> DeviceLoader.load(PRESET, List.of("freeLayer.thickness")))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("must be path=value");
  }

  @Test
  void deviceIsReadFromAFileAsWell(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.yaml");
    Files.writeString(file, DevicePresets.text("measured-compact-fit"));
    assertThat(DeviceLoader.load(file.toString(), List.of()).spec())
        .isEqualTo(DeviceLoader.load("measured-compact-fit", List.of()).spec());
    assertThatThrownBy(() -> DeviceLoader.load(folder.resolve("no.yaml").toString(), List.of()))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("no.yaml");
  }

  @ParameterizedTest
  @CsvSource({"precessional-macrospin", "measured-compact-fit"})
  void resolvedDeviceCanBeWrittenAndReadAgain(String preset) {
    DeviceSpec spec = DeviceLoader.load(preset, List.of()).spec();
    String text = Document.writeYaml(spec);
    assertThat(DeviceLoader.bind(Document.readYaml(text, "written"), "written").spec())
        .isEqualTo(spec);
  }
}
