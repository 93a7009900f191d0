package io.spindrift.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms and the arrows between them; see docs/architecture.md. */
class ArchitectureTest {
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.spindrift");

  /** Each room with the rooms that may see it. */
  private static final Map<String, List<String>> SEEN_BY = new LinkedHashMap<>();

  static {
    SEEN_BY.put(
        "numerics",
        List.of("device", "entropy", "memory", "diffusion", "torch", "onnx", "experiment", "cli"));
    SEEN_BY.put("device", List.of("entropy", "memory", "diffusion", "torch", "experiment", "cli"));
    SEEN_BY.put("entropy", List.of("memory", "diffusion", "torch", "experiment", "cli"));
    SEEN_BY.put("memory", List.of("diffusion", "torch", "experiment", "cli"));
    SEEN_BY.put("diffusion", List.of("torch", "onnx", "experiment", "cli"));
    SEEN_BY.put("torch", List.of("cli"));
    SEEN_BY.put("onnx", List.of("cli"));
    SEEN_BY.put("experiment", List.of("cli"));
    SEEN_BY.put("cli", List.of());
  }

  @Test
  void arrowsBetweenRoomsRunOneWay() {
    LayeredArchitecture rooms =
        Architectures.layeredArchitecture().consideringAllDependencies().withOptionalLayers(true);
    for (String room : SEEN_BY.keySet()) {
      rooms = rooms.layer(room).definedBy("io.spindrift." + room + "..");
    }
    for (Map.Entry<String, List<String>> arrow : SEEN_BY.entrySet()) {
      rooms =
          arrow.getValue().isEmpty()
              ? rooms.whereLayer(arrow.getKey()).mayNotBeAccessedByAnyLayer()
              : rooms
                  .whereLayer(arrow.getKey())
                  .mayOnlyBeAccessedByLayers(arrow.getValue().toArray(String[]::new));
    }
    rooms.check(CLASSES);
  }

  @Test
  void everyClassLivesInARoom() {
    Set<String> rooms =
        CLASSES.stream().map(ArchitectureTest::room).collect(Collectors.toCollection(TreeSet::new));
    assertThat(SEEN_BY.keySet()).containsAll(rooms);
  }

  @Test
  void everyRoomThatHasSourcesIsSeenByTheseTests() {
    for (String room : SEEN_BY.keySet()) {
      boolean hasSources =
          Checkout.mainJavaFiles().stream()
              .map(Checkout::relative)
              .anyMatch(path -> path.startsWith(room + "/") && !path.endsWith("-info.java"));
      boolean seen = CLASSES.stream().anyMatch(type -> room(type).equals(room));
      assertThat(seen).as("classes of %s are on the class path", room).isEqualTo(hasSources);
    }
  }

  @Test
  void roomsAreFreeOfCycles() {
    slices().matching("io.spindrift.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("io.spindrift.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTorchSeesTheTensorLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.spindrift.torch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco..")
        .because("its weight and its native memory stay in one room")
        .check(CLASSES);
  }

  @Test
  void onlyOnnxSeesTheRuntimeOfThatFormat() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.spindrift.onnx..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.onnxruntime..")
        .because("only those who bring a network of their own need it")
        .check(CLASSES);
  }

  @Test
  void onlyTheFrontDoorSeesTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.spindrift.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "me.tongfei..")
        .because("the rooms are a library")
        .check(CLASSES);
  }

  private static String room(JavaClass type) {
    return type.getPackageName().replaceFirst("^io\\.spindrift\\.?", "").replaceFirst("\\..*", "");
  }
}
