package io.spindrift.device.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the texts of the circuit models say, without any simulator. */
class CircuitTextTest {
  @TempDir private Path folder;

  private static JunctionCircuit circuit(String device, String... patches) {
    return JunctionCircuit.of(DeviceLoader.load(device, List.of(patches)), 300);
  }

  @Test
  void everyParameterStandsWithValueUnitAndSource() {
    JunctionCircuit circuit = circuit("precessional-macrospin");
    String spice = SpiceSubcircuit.text(circuit);
    String verilog = VerilogAModule.text(circuit);
    assertThat(spice).contains(".param ki = 0.0010056364 ; J/m2, interface anisotropy, Ki");
    assertThat(verilog).contains("parameter real ki = 0.0010056364;  // J/m2, interface");
    assertThat(spice).contains("[barrier.tmr: hyryn-git/VC-MTJ_MC_Model");
    for (CircuitParameter parameter : circuit.parameters()) {
      assertThat(spice).contains(".param " + parameter.name() + " = " + parameter.value());
      assertThat(verilog)
          .contains("parameter real " + parameter.name() + " = " + parameter.value() + ";");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"precessional-macrospin", "arm-stt-vcma", "minnesota-vcma-stt"})
  void noPlaceIsLeftOpenAndNoNumberIsMissing(String device) {
    JunctionCircuit circuit = circuit(device);
    for (String text : List.of(SpiceSubcircuit.text(circuit), VerilogAModule.text(circuit))) {
      assertThat(text).doesNotContain("@P", "@A", "@T", "NaN", "Infinity", "null");
      assertThat(text.lines().filter(line -> line.length() > 400)).isEmpty();
    }
    boolean torque = !device.startsWith("precessional");
    assertThat(SpiceSubcircuit.text(circuit).contains("Btwist")).isEqualTo(torque);
    assertThat(VerilogAModule.text(circuit).contains("stt_field*twist")).isEqualTo(torque);
  }

  /**
   * No simulator for Verilog-A is at hand: its field and torque are held to the written equations.
   */
  @Test
  void theVerilogEquationsAreThoseOfThePage() {
    assertThat(VerilogAModule.text(circuit("minnesota-vcma-stt")))
        .contains(
            "e_x = b_x + k_x*x + twist*y;",
            "e_y = b_y + k_y*y - twist*x;",
            "e_z = b_z + (k_z + k_volt*v)*z + field_like;",
            "twist = stt*"
                + Constants.REDUCED_PLANCK_JOULE_SECONDS
                + "/(2.0*"
                + Constants.ELEMENTARY_CHARGE_COULOMBS
                + ")*",
            "I(mx) <+ rate*(p_x + alpha*(y*p_z - z*p_y)) + norm*x;");
  }

  @Test
  void theTextIsTheSameInEveryLocale() {
    JunctionCircuit circuit = circuit("arm-stt-vcma");
    Locale before = Locale.getDefault();
    String english = SpiceSubcircuit.text(circuit) + VerilogAModule.text(circuit);
    try {
      Locale.setDefault(Locale.forLanguageTag("de-DE"));
      assertThat(SpiceSubcircuit.text(circuit) + VerilogAModule.text(circuit)).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aSourceCannotEndTheCommentItStandsIn() {
    CircuitParameter parameter =
        new CircuitParameter("a", 1, "m", "length", "one; two\n.end $ three");
    assertThat(parameter.comment()).isEqualTo("m, length [one  two .end   three]");
  }

  @Test
  void theRestingDirectionIsThatOfTheClosedForm() {
    MacrospinDevice device =
        (MacrospinDevice) DeviceLoader.load("precessional-macrospin", List.of()).spec();
    double field = device.biasField().xTesla();
    double net = EffectiveField.uniaxialTesla(device, 0);
    for (MagneticState state : MagneticState.values()) {
      RestDirection rest = RestDirection.of(device, state);
      assertThat(rest.x()).isCloseTo(field / net, within(1e-9));
      assertThat(rest.y()).isZero();
      assertThat(rest.z() > 0).isEqualTo(state == MagneticState.PARALLEL);
    }
    assertThat(RestDirection.thermalTilt(device, 300))
        .isCloseTo(1 / Math.sqrt(EffectiveField.stabilityFactor(device, 300)), within(1e-12));
  }

  @Test
  void temperatureLawsAreAppliedBeforeTheExport() {
    JunctionCircuit warm =
        JunctionCircuit.of(
            DeviceLoader.load("precessional-macrospin", List.of("temperatureLaws.curie=1000K")),
            350);
    assertThat(warm.value("ms")).isLessThan(1.2e6);
    assertThat(warm.value("t_kelvin")).isEqualTo(350);
  }

  @Test
  void aDeviceWithoutTwoStatesIsRefused() {
    assertThatThrownBy(
            () -> circuit("precessional-macrospin", "freeLayer.interfaceAnisotropy=0.5mJ/m2"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("two stable states");
    assertThatThrownBy(() -> circuit("measured-compact-fit"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("needs a macrospin device");
  }

  /** ADMS parses Verilog-A; it stands in for a compiler, which was not at hand. */
  @ParameterizedTest
  @ValueSource(strings = {"precessional-macrospin", "minnesota-vcma-stt"})
  void theVerilogModuleIsReadByAParserOfTheLanguage(String device)
      throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Ngspice.onPath("admsXml"), "admsXml is not on the PATH: Verilog-A is not parsed");
    Files.writeString(
        folder.resolve("model.va"),
        VerilogAModule.text(circuit(device, "barrier.capacitance=1fF")));
    Files.writeString(
        folder.resolve("nothing.xml"),
        """
        <?xml version="1.0"?><!DOCTYPE admst SYSTEM "admst.dtd">
        <admst version="2.3.0" xmlns:admst="http://mot-adms.sourceforge.net/xml-files/admst"/>
        """);
    Process process =
        new ProcessBuilder("admsXml", "model.va", "-e", "nothing.xml")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log.txt").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("log.txt"))).doesNotContain("fatal", "error");
    assertThat(process.exitValue()).isZero();
  }
}
