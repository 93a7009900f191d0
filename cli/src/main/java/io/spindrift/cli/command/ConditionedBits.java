package io.spindrift.cli.command;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.conditioning.BitLaw;
import io.spindrift.entropy.conditioning.Conditioner;
import io.spindrift.entropy.conditioning.OutputEntropy;
import io.spindrift.entropy.conditioning.Peres;
import io.spindrift.entropy.conditioning.Prediction;
import io.spindrift.entropy.conditioning.Sha256Conditioner;
import io.spindrift.entropy.conditioning.VonNeumann;
import io.spindrift.entropy.conditioning.XorFold;
import io.spindrift.numerics.UnusableInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Bits after some steps of conditioning, and what is predicted of them.
 *
 * @param source where they come from
 * @param law what is known of them
 * @param blockEntropyPerBit least min-entropy of a bit given the others; empty when not known
 * @param outputRate output bits per bit of the first source
 * @param steps the figures of each step, for JSON
 */
record ConditionedBits(
    BitSource source,
    Optional<BitLaw> law,
    OptionalDouble blockEntropyPerBit,
    OptionalDouble outputRate,
    List<Map<String, Object>> steps) {
  private static final int HASHED_BITS = 512;

  /** Bits as they come from a source. */
  static ConditionedBits raw(BitSource source, Optional<BitLaw> law, OptionalDouble entropy) {
    return new ConditionedBits(source, law, entropy, OptionalDouble.of(1), List.of());
  }

  /** The same bits after one more step. */
  ConditionedBits then(ConditionStep step) {
    return switch (step) {
      case ConditionStep.Xor xor ->
          xor.inputs() == 1
              ? this
              : through("xor:" + xor.inputs(), new XorFold(source, xor.inputs()), Map.of());
      case ConditionStep.Pairs pairs -> through("von-neumann", new VonNeumann(source), Map.of());
      case ConditionStep.IteratedPairs pairs ->
          through("peres:" + pairs.depth(), new Peres(source, pairs.depth()), Map.of());
      case ConditionStep.Hash hash -> hashed(hash);
      case ConditionStep.Feedback feedback ->
          throw new UnusableInput(
              "--condition feedback must come first and needs --source reset, for it sets the pulse"
                  + " of a junction; what drifts under it is its own DRIFT");
    };
  }

  private ConditionedBits hashed(ConditionStep.Hash hash) {
    int inputBits = hash.inputBits().orElseGet(this::fullEntropyInputBits);
    Sha256Conditioner conditioner =
        GivenQuantity.checked(
            () -> new Sha256Conditioner(source, inputBits, Sha256Conditioner.DIGEST_BITS));
    OptionalDouble entropy = blockEntropy(inputBits);
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("inputBits", inputBits);
    entropy.ifPresent(bits -> {
      int out = Sha256Conditioner.DIGEST_BITS;
      more.put("inputEntropyBits", bits);
      more.put("outputEntropyBits", OutputEntropy.bits(inputBits, out, out, bits));
      more.put("fullEntropy", bits >= out + OutputEntropy.FULL_ENTROPY_MARGIN_BITS);
    });
    return through("sha-256:" + inputBits, conditioner, more);
  }

  private int fullEntropyInputBits() {
    double needed = Sha256Conditioner.DIGEST_BITS + OutputEntropy.FULL_ENTROPY_MARGIN_BITS;
    for (int length = 64; length <= Sha256Conditioner.LONGEST_INPUT_BITS; length += 64) {
      OptionalDouble entropy = blockEntropy(length);
      if (entropy.isEmpty()) {
        return HASHED_BITS;
      }
      if (entropy.orElseThrow() >= needed) {
        return length;
      }
    }
    throw new UnusableInput(
        "--condition sha-256 must have input of at least 0.005 bits of entropy per bit, but "
            + source.name()
            + " has less; sha-256:INPUT_BITS hashes it nevertheless");
  }

  private OptionalDouble blockEntropy(int length) {
    OptionalDouble exact = law.map(l -> l.blockEntropyBits(length)).orElse(OptionalDouble.empty());
    return exact.isPresent() || blockEntropyPerBit.isEmpty()
        ? exact
        : OptionalDouble.of(length * blockEntropyPerBit.orElseThrow());
  }

  private ConditionedBits through(String name, Conditioner conditioner, Map<String, Object> more) {
    Optional<Prediction> predicted = law.map(conditioner::predict);
    OptionalDouble rate = predicted.map(Prediction::outputRate).orElseGet(OptionalDouble::empty);
    if (law.isEmpty() && conditioner instanceof XorFold fold) {
      rate = OptionalDouble.of(1.0 / fold.inputs());
    }
    Map<String, Object> figures = JsonOutput.object("step", name);
    rate.ifPresent(r -> figures.put("outputRate", r));
    predicted.ifPresent(p -> {
      figures.put("predictedShare", p.output().onesShare());
      figures.put("predictedResidualBias", p.output().bias());
      p.output()
          .lagOneCorrelation()
          .ifPresent(rho -> figures.put("predictedLagOneCorrelation", rho));
    });
    figures.putAll(more);
    // An exclusive-or with independent bits is never easier to guess than one of them.
    OptionalDouble entropy =
        conditioner instanceof XorFold ? blockEntropyPerBit : OptionalDouble.empty();
    return next(conditioner, predicted.map(Prediction::output), entropy, rate, figures);
  }

  /** The bits of a step with its figures. */
  ConditionedBits next(
      BitSource conditioned,
      Optional<BitLaw> output,
      OptionalDouble entropy,
      OptionalDouble rate,
      Map<String, Object> figures) {
    List<Map<String, Object>> all = new ArrayList<>(steps);
    all.add(figures);
    OptionalDouble total =
        rate.isPresent() && outputRate.isPresent()
            ? OptionalDouble.of(rate.orElseThrow() * outputRate.orElseThrow())
            : OptionalDouble.empty();
    return new ConditionedBits(conditioned, output, entropy, total, all);
  }
}
