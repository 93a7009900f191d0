package io.spindrift.rules;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules on what classes may call, be named and be made of. */
class CodeRulesTest {
  /** The one class that asks the operating system for chance. */
  private static final String SYSTEM_ENTROPY = "io\\.spindrift\\.entropy\\..*System\\w*";

  private static final JavaClasses CLASSES = ArchitectureTest.CLASSES;

  @Test
  void librariesNeverPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.spindrift.cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .because("only the front door speaks to the terminal")
        .check(CLASSES);
  }

  @Test
  void chanceComesFromKeyedStreamsOnly() {
    noClasses()
        .that(DescribedPredicate.not(nameMatching(SYSTEM_ENTROPY)))
        .should()
        .dependOnClassesThat(
            nameMatching(
                "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom"
                    + "|random\\.RandomGeneratorFactory)|java\\.security\\.SecureRandom"))
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Collections.class, "shuffle", java.util.List.class)
        .orShould()
        .callMethodWhere(
            target(nameMatching("getDefault"))
                .and(
                    DescribedPredicate.describe(
                        "of RandomGenerator",
                        call -> call.getTargetOwner().getSimpleName().equals("RandomGenerator"))))
        .because("a result depends on its seed and on nothing else")
        .check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveNameMatching(".*[.$]([A-Za-z0-9]*[a-z0-9])?(Utils?|Helpers?|Manager|Impl|Base|Common)")
        .because("a class is named by a noun of the field")
        .check(CLASSES);
  }

  @Test
  void noConcreteClassIsExtended() {
    classes().should(extendNothingConcrete()).check(CLASSES);
  }

  @Test
  void descriptionsAndOutcomesAreDataOrSealed() {
    classes()
        .that()
        .haveNameMatching(".*(Spec|Verdict|Result)")
        .should()
        .beRecords()
        .orShould()
        .beEnums()
        .orShould()
        .beInterfaces()
        .check(CLASSES);
  }

  @Test
  void nothingStaticChanges() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("io.spindrift.cli..")
        .should()
        .beFinal()
        .because("state that everyone shares is state that nobody can test")
        .check(CLASSES);
  }

  private static ArchCondition<JavaClass> extendNothingConcrete() {
    return new ArchCondition<>("extend no concrete class of the project") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getRawSuperclass()
            .filter(parent -> parent.getPackageName().startsWith("io.spindrift"))
            .filter(parent -> !parent.isEnum())
            .filter(parent -> !parent.getModifiers().contains(JavaModifier.ABSTRACT))
            .ifPresent(parent ->
                events.add(
                    SimpleConditionEvent.violated(
                        type, type.getName() + " extends " + parent.getName())));
      }
    };
  }
}
