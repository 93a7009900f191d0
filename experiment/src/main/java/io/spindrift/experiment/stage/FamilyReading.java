package io.spindrift.experiment.stage;

import io.spindrift.entropy.certificate.FamilyVerdict;
import io.spindrift.entropy.certificate.FoldedResult;
import io.spindrift.experiment.run.StageReading.CheckReading;
import io.spindrift.experiment.run.StageReading.Verdict;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The results of a family of tests as they stand in the metrics, one entry for many templates. */
final class FamilyReading {
  /** One entry per test and parameter, a test with more than two of them folded into one. */
  static Map<String, CheckReading> of(FamilyVerdict family) {
    Map<String, CheckReading> readings = new LinkedHashMap<>();
    for (FoldedResult line : FoldedResult.of(family)) {
      readings.put(key(line.title()), reading(line));
    }
    return readings;
  }

  private static CheckReading reading(FoldedResult line) {
    if (!line.applicable()) {
      return new CheckReading(
          line.title() + " (" + line.reason() + ")", null, null, Verdict.NOT_APPLICABLE);
    }
    String title =
        line.members().size() == 1
            ? line.title()
            : line.title() + ", " + line.belowNominal() + " below 1 %";
    return new CheckReading(
        title,
        boxed(line.statistic()),
        boxed(line.pValue()),
        line.rejected() ? Verdict.FAILS : Verdict.PASSES);
  }

  private static @org.jspecify.annotations.Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** A title as one word, such as {@code cumulativeSumsForward}. */
  private static String key(String title) {
    StringBuilder key = new StringBuilder();
    for (String word : title.split("[^A-Za-z0-9]+")) {
      if (word.isEmpty() || word.equals("results")) {
        continue;
      }
      String first = word.substring(0, 1);
      key.append(key.isEmpty() ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT));
      key.append(word.substring(1));
    }
    return key.toString();
  }

  private FamilyReading() {}
}
