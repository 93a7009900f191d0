package io.spindrift.numerics.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentBinderTest {
  enum Colour {
    DEEP_RED,
    BLUE
  }

  record Layer(
      @Declared(
              says = "Thickness of the layer.",
              unit = Dimension.LENGTH,
              min = 0,
              minExclusive = true)
          double thicknessMeters,
      @Declared(says = "Damping.", defaultValue = "0.02", min = 0, max = 1) double damping) {}

  sealed interface Schedule {}

  record LinearSchedule(@Declared(says = "First beta.", defaultValue = "1e-4") double first)
      implements Schedule {}

  @Kind("cosine")
  record CosineSchedule(@Declared(says = "Offset.", defaultValue = "0.008") double offset)
      implements Schedule {}

  record Setup(
      @Declared(says = "Name.") String name,
      @Declared(says = "Free layer.") Layer freeLayer,
      @Declared(says = "Images.", defaultValue = "60 k", min = 1) int images,
      @Declared(says = "Seed.", defaultValue = "1") long seed,
      @Declared(says = "Fold.", defaultValue = "false") boolean fold,
      @Declared(says = "Colour.", defaultValue = "blue") Colour colour,
      @Declared(says = "Schedule.", defaultValue = "cosine") Schedule schedule,
      @Declared(says = "Pulses.", unit = Dimension.TIME, defaultValue = "[1 ns, 2 ns]", min = 0)
          List<Double> pulsesSeconds,
      @Declared(says = "Layers.", defaultValue = "[]") List<Layer> layers,
      @Declared(says = "Cap.", unit = Dimension.LENGTH) Optional<Double> capMeters,
      @Declared(says = "Remark.") @Nullable String remark) {}

  record Even(@Declared(says = "A number.") int number) {
    Even {
      Require.atLeast("number", number, 0);
      if (number % 2 != 0) {
        throw new IllegalArgumentException("the total must be even, but was " + number);
      }
    }
  }

  record Pair(@Declared(says = "L.") Even left, @Declared(says = "R.") Even right) {}

  @Test
  void defaultsUnitsAndKindsAreFilledIn() {
    Setup setup = bind("name: a\nfreeLayer: {thickness: 1.2nm}\n");
    assertThat(setup.freeLayer()).isEqualTo(new Layer(1.2e-9, 0.02));
    assertThat(setup.images()).isEqualTo(60_000);
    assertThat(setup.schedule()).isEqualTo(new CosineSchedule(0.008));
    assertThat(setup.pulsesSeconds()).containsExactly(1e-9, 2e-9);
    assertThat(setup.capMeters()).isEmpty();
    assertThat(setup.remark()).isNull();
    assertThat(setup.colour()).isEqualTo(Colour.BLUE);
  }

  @Test
  void everyKindOfValueCanBeGiven() {
    Setup setup =
        bind(
            """
            name: 65
            freeLayer: {thicknessMeters: 1e-9, damping: 0.1}
            images: 64 k
            seed: 9223372036854775807
            fold: true
            colour: deep-red
            schedule: {kind: linear-schedule, first: 0.5}
            pulses: 1ns:3ns:1ns
            layers:
              - thickness: 1nm
              - {thickness: 2nm, damping: 0.5}
            cap: 3 nm
            remark: "x: y"
            """);
    assertThat(setup)
        .isEqualTo(
            new Setup(
                "65",
                new Layer(1e-9, 0.1),
                64_000,
                Long.MAX_VALUE,
                true,
                Colour.DEEP_RED,
                new LinearSchedule(0.5),
                List.of(1e-9, 2e-9, 3e-9),
                List.of(new Layer(1e-9, 0.02), new Layer(2e-9, 0.5)),
                Optional.of(3e-9),
                "x: y"));
  }

  @Test
  void whatIsWrittenBindsToTheSameRecord() {
    Setup setup = bind("{name: '12', freeLayer: {thickness: 1.23456789012345nm}, cap: 1nm}");
    String yaml = Document.writeYaml(setup);
    assertThat(yaml).contains("thickness: 1.23456789012345 nm", "kind: cosine");
    assertThat(bind(yaml)).isEqualTo(setup);
  }

  @Test
  void allProblemsAreToldTogetherEachWithItsPath() {
    BindResult<Setup> result =
        DocumentBinder.tryBind(
            Setup.class,
            Document.readYaml(
                """
                freeLayer: {thickness: -1nm, damping: .nan, dampng: 3}
                images: 0
                seed: 1.5
                fold: perhaps
                colour: bleu
                schedule: {kind: cosin}
                pulses: [1 V, -2ns]
                layers: [{}]
                cap: []
                nmae: x
                """,
                "my.yaml"),
            "my.yaml");
    assertThat(result.problems().stream().map(Problem::sentence))
        .containsExactlyInAnyOrder(
            "nmae is not a known setting; did you mean name?",
            "name is missing; give name",
            "freeLayer.dampng is not a known setting; did you mean damping?",
            "freeLayer.thickness must be positive, but was -1 nm",
            "freeLayer.damping must be a finite number, but was NaN",
            "images must be at least 1, but was 0",
            "seed must be a whole number, such as 60000 or 64 k, but was 1.5",
            "fold must be true or false, but was \"perhaps\"",
            "colour must be one of deep-red, blue (perhaps blue), but was \"bleu\"",
            "schedule.kind must be one of linear-schedule, cosine (perhaps cosine), but was"
                + " \"cosin\"",
            "pulses.0: \"1 V\" is a voltage, not a time; give a time with its unit, such as 1.4 ns",
            "pulses.1 must be zero or positive, but was -2 ns",
            "layers.0.thickness is missing; give thickness of the layer, such as 1.2 nm",
            "cap must be a length, such as 1.2 nm, but was a list");
    assertThatThrownBy(result::orThrow)
        .isInstanceOf(UnusableInput.class)
        .hasMessageStartingWith("my.yaml has 14 problems:\n  ");
  }

  @Test
  void aSingleProblemIsOneSentenceWithItsOrigin() {
    assertThatThrownBy(() -> bind("{name: a, freeLayer: {thickness: 0}}"))
        .hasMessage("test: freeLayer.thickness must be positive, but was 0 m");
    assertThatThrownBy(() -> bind("{name: a, freeLayer: 3}"))
        .hasMessage("test: freeLayer must be a group of settings, but was 3");
  }

  @Test
  void whatACompactConstructorRefusesIsToldAtItsPath() {
    Map<String, Object> tree = Document.readYaml("{left: {number: -2}, right: {number: 3}}", "t");
    assertThat(DocumentBinder.tryBind(Pair.class, tree, "t").problems())
        .containsExactly(
            new Problem("left.number", "left.number must be at least 0, but was -2"),
            new Problem("right", "right: the total must be even, but was 3"));
  }

  @Test
  void aValueWithItsSourceIsUnwrappedAndTheSourceKept() {
    BindResult<Layer> result =
        DocumentBinder.tryBind(
            Layer.class,
            Document.readYaml(
                """
                thickness: {value: 1.1, unit: nm, source: "doi:1", note: by TEM, kind: measured}
                damping: {value: 0.05, source: assumed}
                """,
                "p"),
            "p");
    assertThat(result.orThrow()).isEqualTo(new Layer(1.1e-9, 0.05));
    assertThat(result.provenance())
        .containsExactly(
            new Provenance("thickness", "doi:1", "measured: by TEM"),
            new Provenance("damping", "assumed", ""));
  }

  @Test
  void aSealedInterfaceIsADocumentToo() {
    assertThat(DocumentBinder.bind(Schedule.class, Map.of("kind", "cosine"), "t"))
        .isEqualTo(new CosineSchedule(0.008));
    assertThatThrownBy(() -> DocumentBinder.bind(Schedule.class, Map.of(), "t"))
        .hasMessage("t: kind is missing; give one of linear-schedule, cosine");
  }

  @Test
  void aSettingGivenTwiceIsRefused() {
    assertThatThrownBy(() -> bind("{name: a, freeLayer: {thickness: 1nm, thicknessMeters: 1}}"))
        .hasMessageContaining("freeLayer.thickness is given twice");
  }

  private static Setup bind(String yaml) {
    return DocumentBinder.bind(Setup.class, Document.readYaml(yaml, "test"), "test");
  }
}
