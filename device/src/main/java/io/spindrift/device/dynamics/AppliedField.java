package io.spindrift.device.dynamics;

import io.spindrift.device.spec.BiasField;

/** The constant field on the free layer, independent of its magnetisation. */
final class AppliedField {
  static LinearField of(BiasField bias) {
    return new LinearField(bias.xTesla(), bias.yTesla(), bias.zTesla(), 0, 0, 0);
  }

  private AppliedField() {}
}
