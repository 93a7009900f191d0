package io.spindrift.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules on the text of the checkout. Patterns are written so that they do not match themselves. */
class HouseRulesTest {
  private static final int MOST_LINES = 500;
  private static final Pattern WRITTEN_BY_HAND =
      Pattern.compile(".*\\.(java|md|xml|ya?ml|sh|py|js|ts|css|html)|(.*/)?[^./]+");

  private static final Pattern LATER = Pattern.compile("\\b(TOD[O]|FIXM[E]|XX[X])\\b");

  private static final Pattern REGISTRY =
      Pattern.compile(
          "repo1?\\.mave[n]|mave[n]\\.org|sonatyp[e]\\.org|npmj[s]\\.|pyp[i]\\.org|crate[s]\\.io"
              + "|proxy\\.golan[g]|jitpac[k]\\.io|mave[n]\\.google");

  private static final Pattern WORKPLACE =
      Pattern.compile("(?<![\\w.-])/wor[k]/\\w|/(hom[e]|User[s])/\\w+/|\\.\\./share[d]/");

  private static final Pattern CONSTANT =
      Pattern.compile(
          "\\b(1\\.3806\\d*e-23|1\\.6021?\\d*e-19|1\\.2566\\d*e-6|1\\.760[89]\\d*e11"
              + "|1\\.054[56]\\d*e-34|6\\.626\\d*e-34|8\\.854\\d*e-12|9\\.109\\d*e-31"
              + "|9\\.27[34]\\d*e-24|2\\.21\\d*e5)\\b"
              + "|4(\\.0)?\\s*\\*\\s*Math\\.PI\\s*\\*\\s*1(\\.0)?e-7",
          Pattern.CASE_INSENSITIVE);

  /** Excused beside the front door: a method handle declares Throwable and must be caught so. */
  private static final String CALLS_A_METHOD_HANDLE =
      "torch/src/main/java/io/spindrift/torch/NativeFunction.java";

  private static final Pattern CATCHES_ALL =
      Pattern.compile(
          "catc[h]\\s*\\(\\s*(final\\s+)?([\\w.]+\\s*\\|\\s*)*(java\\.lang\\.)?Throwable\\b");

  private static final Pattern AMBIENT_CHANCE =
      Pattern.compile("new\\s+Random\\s*\\(|Math\\.rando[m]\\(|ThreadLocalRando[m]|RepeatedTes[t]");

  private static final Pattern PRINTS =
      Pattern.compile("\\bSystem\\.(out|err)\\b|printStackTrac[e]");

  @Test
  void noFileIsLongerThanFiveHundredLines() {
    List<String> tooLong = new ArrayList<>();
    for (Path file : Checkout.textFiles()) {
      long lines = Checkout.text(file).lines().count();
      if (WRITTEN_BY_HAND.matcher(Checkout.relative(file)).matches() && lines > MOST_LINES) {
        tooLong.add(Checkout.relative(file) + " has " + lines + " lines");
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIs() {
    List<String> silent = new ArrayList<>();
    for (Path file : Checkout.mainJavaFiles()) {
      Path info = file.resolveSibling("package-info.java");
      String folder = Checkout.relative(info);
      boolean said = Files.exists(info) && Checkout.text(info).contains("/**");
      if (!said && !silent.contains(folder)) {
        silent.add(folder);
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(matches(Checkout.textFiles(), LATER, path -> false)).isEmpty();
  }

  @Test
  void noRegistryIsNamed() {
    assertThat(
            matches(
                Checkout.textFiles(),
                REGISTRY,
                path -> path.startsWith(".mvn/wrapper/") || path.startsWith("mvnw")))
        .isEmpty();
  }

  @Test
  void noPathOfOneMachineIsNamed() {
    assertThat(
            matches(
                Checkout.textFiles(),
                WORKPLACE,
                path -> path.startsWith("mvnw") || path.startsWith(".ci/")))
        .isEmpty();
  }

  @Test
  void physicalConstantsAreWrittenInOnePlace() {
    assertThat(
            matches(
                Checkout.mainJavaFiles(),
                CONSTANT,
                path -> path.endsWith("/io/spindrift/numerics/Constants.java")))
        .isEmpty();
  }

  @Test
  void nothingCatchesThrowableExceptTheFrontDoor() {
    assertThat(
            matches(
                Checkout.javaFiles(),
                CATCHES_ALL,
                path -> path.startsWith("cli/") || path.equals(CALLS_A_METHOD_HANDLE)))
        .isEmpty();
  }

  @Test
  void testsAreSeededAndNeverRepeated() {
    assertThat(matches(Checkout.javaFiles(), AMBIENT_CHANCE, path -> path.startsWith("rules/")))
        .isEmpty();
  }

  @Test
  void nothingPrintsExceptTheFrontDoor() {
    assertThat(
            matches(
                Checkout.javaFiles(),
                PRINTS,
                path ->
                    path.startsWith("cli/")
                        || path.startsWith("rules/")
                        || path.startsWith("benchmarks/")
                        || path.startsWith(".ci/")))
        .isEmpty();
  }

  /** Each match with its place, such as {@code a/B.java:12: TEXT}. */
  private static List<String> matches(
      List<Path> files, Pattern pattern, Predicate<String> excused) {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      String path = Checkout.relative(file);
      if (excused.test(path)) {
        continue;
      }
      List<String> lines = Checkout.text(file).lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        Matcher matcher = pattern.matcher(lines.get(i).replaceAll("(?<=\\d)_(?=\\d)", ""));
        if (matcher.find()) {
          found.add(path + ":" + (i + 1) + ": " + matcher.group());
        }
      }
    }
    return found;
  }
}
