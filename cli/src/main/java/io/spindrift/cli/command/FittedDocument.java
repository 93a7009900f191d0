package io.spindrift.cli.command;

import io.spindrift.device.fit.FitOutcome.Fitted;
import io.spindrift.device.fit.FittedParameter;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.numerics.document.Document;
import io.spindrift.numerics.quantity.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The document of a device with fitted numbers in it, each with the data it was fitted to. */
final class FittedDocument {
  private Map<String, Object> tree;

  /** The document of the device from which a fit began. */
  FittedDocument(String device, List<String> sets) {
    this.tree = DeviceLoader.tree(device);
    for (String set : sets) {
      int equals = set.indexOf('=');
      tree = Document.patch(tree, set.substring(0, equals).strip(), set.substring(equals + 1));
    }
  }

  /** Puts the fitted numbers into the document. */
  void put(Fitted fit, String data) {
    for (FittedParameter p : fit.parameters()) {
      String error =
          p.atBound()
              ? "on its bound"
              : "standard error "
                  + Quantity.print(
                      Double.parseDouble(String.format(Locale.ROOT, "%.2g", p.standardError())),
                      p.unit());
      String source = "fitted to " + data.replace("'", "''");
      tree =
          Document.patch(
              tree,
              p.path(),
              "{value: '%s', source: '%s', note: '%s', kind: fitted}"
                  .formatted(Quantity.printExactly(p.value(), p.unit()), source, error));
    }
  }

  /** The document as YAML that loads as a device. */
  String yaml() {
    return Document.writeYaml(tree);
  }
}
