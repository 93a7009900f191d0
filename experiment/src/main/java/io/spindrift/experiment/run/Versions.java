package io.spindrift.experiment.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** Versions of the program and of what it runs on. */
public final class Versions {
  /** The program's version, {@code development} when it does not run from its archive. */
  public static String program() {
    String version = Versions.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** Program, Java, system and tensor library, in this order. */
  public static Map<String, String> with(String tensorEngine) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("spindrift", program());
    versions.put("java", Runtime.version().toString());
    versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    versions.put("architecture", System.getProperty("os.arch"));
    versions.put("tensors", tensorEngine);
    return versions;
  }

  private Versions() {}
}
