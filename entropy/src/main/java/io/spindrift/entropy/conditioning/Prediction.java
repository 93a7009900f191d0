package io.spindrift.entropy.conditioning;

import java.util.OptionalDouble;

/**
 * What a conditioner makes of a stated input, without drawing a bit.
 *
 * @param outputRate output bits per input bit of a long stream; empty when it has no closed form
 * @param output the law of the output bits; {@link BitLaw#bias} is the residual bias
 */
public record Prediction(OptionalDouble outputRate, BitLaw output) {}
