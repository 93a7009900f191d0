package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.device.derived.DerivedQuantities;
import io.spindrift.device.derived.DerivedQuantity;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.LoadedDevice;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.ParameterSpread;
import io.spindrift.numerics.document.Document;
import io.spindrift.numerics.document.Provenance;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code device show}: every parameter of a device, and what follows from them. */
@Command(
    name = "show",
    sortOptions = false,
    header = "Every parameter of a device with its source, and what follows from them.",
    description = {
      "JSON: device, kind, origin, temperatureKelvin, parameters, each with path, value, source and"
          + " note, and derived, whose fields end in their unit, such as uniaxialRestTesla,"
          + " stabilityFactor, parallelBarrierJoules, cancellingVolts, precessionSeconds,"
          + " relaxationSeconds, attemptSeconds, parallelOhms, parallelHeatJoules."
    },
    footer = {
      "",
      "Example: spindrift device show --device ucla-type-vcma --set freeLayer.thickness=1.15nm"
    })
final class ShowCommand implements Callable<Integer> {
  private static final String SPREADS = "spread.parameters.";
  private static final int LEAST_WIDTH = 100;

  private final Session session;

  @Mixin DeviceOptions device = new DeviceOptions();

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "Temperature of the derived figures; the default is the device's own.")
  @Nullable String temperature;

  @Mixin CommonOptions common = new CommonOptions();

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    LoadedDevice loaded = device.loaded();
    DeviceSpec spec = loaded.spec();
    double kelvin =
        temperature == null
            ? spec.operation().temperatureKelvin()
            : GivenQuantity.positive("--temperature", temperature, Dimension.TEMPERATURE);
    Map<String, Object> tree = Document.readYaml(Document.writeYaml(spec), spec.name());
    List<Parameter> parameters = parameters(tree, loaded);
    List<DerivedQuantity> derived = checked(() -> DerivedQuantities.of(spec, kelvin));
    if (common.json) {
      JsonOutput.print(session.out(), document(loaded, tree, kelvin, parameters, derived));
    } else {
      print(loaded, kelvin, parameters, derived);
    }
    return ExitStatus.DONE;
  }

  /** One value with where it comes from. */
  private record Parameter(String path, String value, String source, String note) {}

  private List<Parameter> parameters(Map<String, Object> tree, LoadedDevice loaded) {
    Map<String, Provenance> sources = new LinkedHashMap<>();
    loaded.provenance().forEach(provenance -> sources.put(provenance.path(), provenance));
    List<Parameter> parameters = new ArrayList<>();
    collect(
        tree,
        "",
        (path, value) -> {
          Provenance known = sources.getOrDefault(path, new Provenance(path, "", ""));
          boolean set = device.sets.stream().anyMatch(text -> names(text, path));
          String source = set && known.source().isEmpty() ? "given with --set" : known.source();
          parameters.add(new Parameter(path, value, source, known.note()));
        });
    return parameters;
  }

  private static boolean names(String patch, String path) {
    String patched = patch.substring(0, patch.indexOf('=')).strip();
    return patched.startsWith(path);
  }

  private interface Leaf {
    void found(String path, String value);
  }

  private static void collect(Object node, String path, Leaf leaf) {
    switch (node) {
      case Map<?, ?> map -> {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          String at = path.isEmpty() ? entry.getKey().toString() : path + "." + entry.getKey();
          if (!at.equals("kind") && !at.equals("name")) {
            collect(entry.getValue(), at, leaf);
          }
        }
      }
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          collect(list.get(i), path + "." + i, leaf);
        }
      }
      default -> leaf.found(path, node.toString());
    }
  }

  private static Map<String, Object> document(
      LoadedDevice loaded,
      Map<String, Object> tree,
      double kelvin,
      List<Parameter> parameters,
      List<DerivedQuantity> derived) {
    Map<String, Object> figures = new LinkedHashMap<>();
    derived.forEach(quantity -> figures.put(quantity.field(), quantity.value()));
    return JsonOutput.object(
        "device",
        loaded.spec().name(),
        "kind",
        tree.get("kind"),
        "origin",
        loaded.origin(),
        "temperatureKelvin",
        kelvin,
        "parameters",
        parameters,
        "derived",
        figures);
  }

  private void print(String heading, List<Parameter> parameters, List<String> sources) {
    TextTable table = new TextTable(heading, "value", "source", "note");
    for (Parameter p : parameters) {
      int number = sources.indexOf(p.source()) + 1;
      table.add(p.path(), p.value(), number == 0 ? "" : "[" + number + "]", p.note());
    }
    table.print(session.out(), width());
  }

  /** One row for each spread, in place of one for each of its numbers. */
  private static List<Parameter> spreads(DeviceSpec spec, List<Parameter> parameters) {
    List<Parameter> rows = new ArrayList<>();
    if (!(spec instanceof MacrospinDevice device)) {
      return rows;
    }
    List<ParameterSpread> spreads = device.spread().parameters();
    for (int i = 0; i < spreads.size(); i++) {
      String at = SPREADS + i + ".";
      Parameter sourced =
          parameters.stream()
              .filter(p -> p.path().startsWith(at))
              .max(Comparator.comparing(p -> p.source().length()))
              .orElseThrow();
      rows.add(
          new Parameter(
              spreads.get(i).parameter(),
              SpreadText.of(device, spreads.get(i)),
              sourced.source(),
              sourced.note()));
    }
    return rows;
  }

  /** Of a terminal its width, but enough for the notes; elsewhere without end. */
  private int width() {
    return session.columns() == 0 ? Integer.MAX_VALUE : Math.max(LEAST_WIDTH, session.columns());
  }

  private void print(
      LoadedDevice loaded,
      double kelvin,
      List<Parameter> parameters,
      List<DerivedQuantity> derived) {
    List<String> sources =
        parameters.stream()
            .map(Parameter::source)
            .filter(source -> !source.isEmpty())
            .distinct()
            .toList();
    String name = loaded.spec().name();
    session.print("%s%n", name.equals(loaded.origin()) ? name : name + ", from " + loaded.origin());
    List<Parameter> spreads = spreads(loaded.spec(), parameters);
    List<Parameter> values =
        parameters.stream()
            .filter(p -> spreads.isEmpty() || !p.path().startsWith(SPREADS))
            .toList();
    print("parameter", values, sources);
    if (!spreads.isEmpty()) {
      session.out().println();
      print("spread from device to device", spreads, sources);
    }
    session.out().println();
    for (int i = 0; i < sources.size(); i++) {
      session.out().println("[" + (i + 1) + "] " + sources.get(i));
    }
    if (!derived.isEmpty()) {
      session.out().println();
      String at = "derived at " + Quantity.print(kelvin, Dimension.TEMPERATURE);
      TextTable figures = new TextTable(at, "value", "note");
      derived.forEach(q -> figures.add(q.words(), q.text(), q.note()));
      figures.print(session.out(), width());
    }
  }
}
