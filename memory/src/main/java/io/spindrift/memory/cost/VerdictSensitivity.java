package io.spindrift.memory.cost;

/**
 * What moves the verdict of one reading against one generator.
 *
 * @param reading how the claim is read
 * @param scope how much hardware is included
 * @param rival the conventional generator that is hardest to beat under this reading
 * @param sensitivity each parameter's swing
 */
public record VerdictSensitivity(
    Reading reading, Scope scope, Technology rival, Sensitivity sensitivity) {}
