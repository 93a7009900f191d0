package io.spindrift.cli.command;

import io.spindrift.device.spec.DeviceParameter;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.ParameterSpread;
import io.spindrift.device.spec.SpreadLaw;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Locale;

/** The spread of one parameter in words, such as "normal, 2 % (1 nm)". */
final class SpreadText {
  static String of(DeviceSpec device, ParameterSpread spread) {
    String law =
        switch (spread.law()) {
          case NORMAL -> "normal";
          case LOGNORMAL -> "lognormal";
          case TRUNCATED_NORMAL -> "truncated normal";
        };
    StringBuilder text = new StringBuilder(law).append(", ");
    spread
        .relativeSigma()
        .ifPresent(share -> {
          text.append(String.format(Locale.ROOT, "%.3g", 100 * share).replaceAll("\\.?0+$", ""));
          text.append(" %").append(absolute(device, spread, share));
        });
    spread.sigma().ifPresent(text::append);
    spread
        .withinSigmas()
        .ifPresent(sigmas -> text.append(" within ").append(sigmas).append(" sigmas"));
    if (spread.law() == SpreadLaw.TRUNCATED_NORMAL && spread.withinSigmas().isEmpty()) {
      text.append(" from ").append(spread.lowest().orElse("no limit"));
      text.append(" to ").append(spread.highest().orElse("no limit"));
    }
    return text.toString();
  }

  private static String absolute(DeviceSpec device, ParameterSpread spread, double share) {
    if (!(device instanceof MacrospinDevice macrospin)) {
      return "";
    }
    DeviceParameter parameter = DeviceParameter.named(spread.parameter());
    double sigma = share * parameter.of(macrospin);
    double rounded = Double.parseDouble(String.format(Locale.ROOT, "%.2e", sigma));
    return " (" + Quantity.print(rounded, parameter.dimension()) + ")";
  }

  private SpreadText() {}
}
