package io.spindrift.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.cli.command.ExitStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class FrontDoorTest {
  private final CapturedSession session = new CapturedSession();

  static Stream<String> everyCommand() {
    List<String> names = new ArrayList<>();
    collect(new CapturedSession().door().commandLine(), names);
    return names.stream();
  }

  private static void collect(CommandLine command, List<String> names) {
    names.add(command.getCommandSpec().qualifiedName().replaceFirst("^spindrift ?", ""));
    command.getSubcommands().values().forEach(c -> collect(c, names));
  }

  private static String[] words(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.removeIf(String::isEmpty);
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void everyCommandExplainsItself(String command) {
    assertThat(session.run(words(command, "--help"))).isZero();
    assertThat(session.out()).contains("Usage: spindrift", "--help");
    assertThat(session.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void everyCommandRefusesAnUnknownOptionInOneSentence(String command) {
    assertThat(session.run(words(command, "--hlep"))).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.out()).isEmpty();
    assertThat(session.err()).contains("--help").hasLineCount(1);
  }

  @Test
  void everyCommandIsReachedByTheNameThatItGivesItself() {
    assertThat(everyCommand()).hasSizeGreaterThan(25);
    everyCommand()
        .filter(name -> !name.isEmpty())
        .forEach(name -> {
          CommandLine reached = session.door().commandLine(words(name));
          for (String word : words(name)) {
            reached = requireNonNull(reached.getSubcommands().get(word), word);
          }
          CommandLine.Command declared =
              reached.getCommand().getClass().getAnnotation(CommandLine.Command.class);
          assertThat(declared.name())
              .isIn("<main class>", name.substring(name.lastIndexOf(' ') + 1));
        });
  }

  @Test
  void aMisspelledOptionIsAnsweredWithTheNearestName() {
    assertThat(session.run("run", "--sede=3")).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err())
        .contains("there is no option '--sede'; did you mean --seed")
        .hasLineCount(1);
  }

  @Test
  void theVersionGoesToStandardOutput() {
    assertThat(session.run("--version")).isZero();
    assertThat(session.out()).startsWith("Spindrift ").contains("Java 25").hasLineCount(1);
  }

  @Test
  void withoutACommandTheHelpIsShown() {
    assertThat(session.run()).isZero();
    assertThat(session.out()).contains("Usage: spindrift", "run", "fid");
  }

  @Test
  void aMisspelledCommandIsAnsweredWithTheNearestName() {
    assertThat(session.run("repotr")).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err()).contains("there is no command 'repotr'; did you mean report");
  }

  @Test
  void aGroupAloneNamesTheCommandsBelowIt() {
    assertThat(session.run("device")).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err())
        .contains("must follow: show, trajectory, switching", "fit or export")
        .hasLineCount(1);
  }

  @Test
  void aWordWhereANumberBelongsIsRefusedByName() {
    assertThat(session.run("run", "--threads", "many")).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err())
        .contains("--threads must be a whole number, but was 'many'")
        .hasLineCount(1);
  }

  @Test
  void aMissingParameterIsNamed() {
    assertThat(session.run("report")).isEqualTo(ExitStatus.UNUSABLE_INPUT);
    assertThat(session.err()).contains("RUN must be given, but is missing").hasLineCount(1);
  }

  @Test
  void aLibraryThatCannotBeLoadedIsToldInOneSentence() {
    assertThat(brokenAfter(() -> {})).isEqualTo(ExitStatus.INTERNAL_ERROR);
    assertThat(session.err()).contains("a library could not be loaded: gone").hasLineCount(1);
  }

  @Test
  void whatBreaksWhileTheProcessStopsIsNotTold() {
    assertThat(brokenAfter(session.stop()::request)).isEqualTo(ExitStatus.STOPPED);
    assertThat(session.err()).isEqualTo("stopped\n");
    List<String> again = new ArrayList<>();
    session.stop().sayFarewell(again::add);
    assertThat(again).isEmpty();
  }

  /** Runs a command whose standard output fails as a library that is missing does. */
  private int brokenAfter(Runnable event) {
    PrintWriter broken =
        new PrintWriter(new StringWriter()) {
          @Override
          public void write(String text, int offset, int length) {
            event.run();
            throw new NoClassDefFoundError("gone");
          }
        };
    return session.door(broken).execute("presets");
  }
}
