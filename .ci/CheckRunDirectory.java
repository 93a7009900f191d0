import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks that a finished run directory holds what scripts rely on: {@code java ... DIR...}. */
final class CheckRunDirectory {
  private final List<String> complaints = new ArrayList<>();
  private int checks;

  public static void main(String[] folders) throws IOException {
    int failed = 0;
    for (String folder : folders) {
      CheckRunDirectory check = new CheckRunDirectory();
      check.directory(Path.of(folder));
      check.complaints.forEach(c -> System.out.println(folder + ": " + c));
      System.out.println(
          folder + ": " + check.checks + " checks, " + check.complaints.size() + " failed");
      failed += check.complaints.size();
    }
    System.exit(failed == 0 && folders.length > 0 ? 0 : 1);
  }

  private void directory(Path run) throws IOException {
    JsonNode state = JsonMapper.shared().readTree(Files.readString(run.resolve("run.json")));
    expect("DONE".equalsIgnoreCase(state.path("status").asString()), "run.json: status is done");
    metrics(JsonMapper.shared().readTree(Files.readString(run.resolve("metrics.json"))));
    report(run.resolve("report.html"));
    for (String name : List.of("config.yaml", "references.bib")) {
      Path file = run.resolve(name);
      expect(Files.isRegularFile(file) && Files.size(file) > 0, name + " is not empty");
    }
    expect(
        ending(run, ".safetensors").stream().anyMatch(CheckRunDirectory::isLarge),
        "a checkpoint is there");
    List<Path> tables = ending(run, ".parquet");
    expect(tables.size() >= 3, "at least three Parquet files");
    for (Path table : tables) {
      expect(isParquet(table), run.relativize(table) + " begins and ends with PAR1");
    }
    List<Path> grids = ending(run, ".png");
    expect(grids.size() >= 2, "at least two picture grids");
    for (Path grid : grids) {
      var picture = ImageIO.read(grid.toFile());
      expect(
          picture != null && picture.getWidth() >= 28 && picture.getHeight() >= 28,
          run.relativize(grid) + " is a picture");
    }
  }

  private void metrics(JsonNode metrics) {
    JsonNode fid = metrics.path("fid");
    for (String kind : List.of("hardware", "software", "floor")) {
      JsonNode one = fid.path(kind);
      double low = one.path("low").asDouble(Double.NaN);
      double value = one.path("value").asDouble(Double.NaN);
      double high = one.path("high").asDouble(Double.NaN);
      expect(value >= 0 && Double.isFinite(value), "fid." + kind + ".value is a distance");
      expect(low <= high, "fid." + kind + ": low <= high");
      expect(one.path("count").asLong() > 0, "fid." + kind + ".count is positive");
    }
    expect(!fid.path("extractor").asString("").isBlank(), "fid.extractor is named");
    JsonNode entropy = metrics.path("entropy");
    expect(entropy.size() >= 5, "entropy holds at least five checks");
    for (JsonNode check : entropy) {
      if (check.path("verdict").asString("").equals("does not apply")) {
        continue;
      }
      double p = check.path("pValue").asDouble(Double.NaN);
      expect(p >= 0 && p <= 1, "entropy: every pValue lies in [0, 1]");
    }
    for (String number : List.of("mean", "variance", "kolmogorovSmirnov", "reachSigma")) {
      expect(
          Double.isFinite(metrics.path("noise").path(number).asDouble(Double.NaN)),
          "noise." + number + " is a number");
    }
    expect(metrics.path("ledger").size() > 0, "ledger holds actions");
    for (JsonNode entry : metrics.path("ledger")) {
      expect(
          entry.has("action") && entry.path("count").asLong(-1) >= 0 && entry.has("joules"),
          "ledger: action, count, joules");
    }
    expect(metrics.path("stages").size() >= 6, "at least six stages");
    for (JsonNode stage : metrics.path("stages")) {
      expect(stage.has("name") && stage.path("seconds").asDouble(-1) >= 0, "stages: name, seconds");
    }
    expect(metrics.path("seed").isIntegralNumber(), "seed is a whole number");
    expect(metrics.path("versions").size() > 0, "versions are named");
  }

  private void report(Path report) throws IOException {
    String html = Files.readString(report);
    expect(html.length() > 20_000, "report.html is longer than 20 kB");
    expect(html.stripTrailing().endsWith("</html>"), "report.html is complete");
    expect(
        !html.matches("(?is).*<(script|img|link)[^>]+(src|href)=[\"']?https?:.*"),
        "report.html loads nothing from elsewhere");
  }

  private void expect(boolean holds, String what) {
    checks++;
    if (!holds) {
      complaints.add("NOT so: " + what);
    }
  }

  private static List<Path> ending(Path run, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static boolean isLarge(Path file) {
    return file.toFile().length() > 10_000;
  }

  private static boolean isParquet(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      if (bytes.length() < 12) {
        return false;
      }
      byte[] magic = new byte[4];
      bytes.readFully(magic);
      boolean begins = new String(magic, StandardCharsets.US_ASCII).equals("PAR1");
      bytes.seek(bytes.length() - 4);
      bytes.readFully(magic);
      return begins && new String(magic, StandardCharsets.US_ASCII).equals("PAR1");
    }
  }
}
