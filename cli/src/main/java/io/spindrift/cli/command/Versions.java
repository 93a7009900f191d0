package io.spindrift.cli.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
public final class Versions implements IVersionProvider {
  /** Version of this build, {@code "development"} when it was not packaged. */
  public static String spindrift() {
    return Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** Java and operating system, such as {@code "Java 25.0.3, Linux amd64"}. */
  public static String platform() {
    return "Java %s, %s %s"
        .formatted(
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Spindrift " + spindrift() + " (" + platform() + ")"};
  }
}
