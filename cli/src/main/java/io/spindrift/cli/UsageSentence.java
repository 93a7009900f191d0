package io.spindrift.cli;

import io.spindrift.numerics.document.NearestNames;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The sentence for arguments that do not parse: what was wrong and what would be accepted. */
final class UsageSentence {
  static String of(ParameterException refusal) {
    CommandLine command = refusal.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    return name + ": " + what(refusal, command) + "; see " + name + " --help";
  }

  private static String what(ParameterException refusal, CommandLine command) {
    return switch (refusal) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
      case MissingParameterException missing -> missing(missing);
      default -> conversion(refusal);
    };
  }

  private static String unmatched(UnmatchedArgumentException refusal, CommandLine command) {
    if (refusal.getUnmatched().isEmpty()) {
      return String.valueOf(refusal.getMessage());
    }
    String given = refusal.getUnmatched().getFirst();
    boolean option = given.startsWith("-");
    List<String> known = option ? options(command) : List.copyOf(command.getSubcommands().keySet());
    String bare = option && given.contains("=") ? given.substring(0, given.indexOf('=')) : given;
    List<String> nearest = NearestNames.nearest(bare, known);
    String accepted =
        !nearest.isEmpty()
            ? "; did you mean " + String.join(" or ", nearest) + "?"
            : option || known.isEmpty() ? "" : "; the commands are " + String.join(", ", known);
    String kind = option ? "option" : known.isEmpty() ? "argument" : "command";
    return "there is no " + kind + " '" + bare + "'" + accepted.replaceAll("\\?$", "");
  }

  private static List<String> options(CommandLine command) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.addAll(List.of(option.names()));
    }
    return names;
  }

  private static String missing(MissingParameterException refusal) {
    List<String> names = refusal.getMissing().stream().map(UsageSentence::label).toList();
    return String.join(" and ", names)
        + (names.size() == 1
            ? " must be given, but is missing"
            : " must be given, but are missing");
  }

  private static String conversion(ParameterException refusal) {
    ArgSpec argument = refusal.getArgSpec();
    if (argument == null || refusal.getValue() == null) {
      return String.valueOf(refusal.getMessage());
    }
    Class<?> type = argument.type();
    String accepted =
        type == int.class || type == Integer.class || type == long.class || type == Long.class
            ? "a whole number"
            : type.isEnum() ? "one of " + String.join(", ", enumNames(type)) : "usable";
    String detail =
        accepted.equals("usable") && refusal.getCause() instanceof TypeConversionException cause
            ? " (" + cause.getMessage() + ")"
            : "";
    return label(argument)
        + " must be "
        + accepted
        + ", but was '"
        + refusal.getValue()
        + "'"
        + detail;
  }

  private static List<String> enumNames(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      names.add(constant.toString());
    }
    return names;
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private UsageSentence() {}
}
