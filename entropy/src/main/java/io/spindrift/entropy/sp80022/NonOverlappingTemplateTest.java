package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Non-overlapping template matching: does each aperiodic pattern of m bits occur as often as it
 * should in each of N blocks of M bits?
 *
 * <p>mu = (M - m + 1) / 2^m, sigma^2 = M (2^-m - (2m - 1) 2^-2m), chi^2 = sum (W_j - mu)^2 /
 * sigma^2 over the blocks, p = Q(N/2, chi^2/2). Source: SP 800-22 Rev 1a, section 2.7. An aperiodic
 * template cannot overlap itself, so the scan that restarts behind each match finds every
 * occurrence: one histogram of all windows of a block answers every template at once. The templates
 * are those whose no proper prefix is a suffix, in rising order: 148 of nine bits.
 *
 * @param templateBits template length m in bits
 * @param blocks number of blocks N
 */
public record NonOverlappingTemplateTest(int templateBits, int blocks) implements SequenceTest {
  /** Occurrences of a template to expect in a block; fewer make the normal limit rough. */
  private static final int FEWEST_EXPECTED = 20;

  /** Checks the parameters. */
  public NonOverlappingTemplateTest {
    Require.inRange("template length in bits", templateBits, 2, 16);
    Require.inRange("number of blocks", blocks, 1, 100);
  }

  @Override
  public String name() {
    return "NonOverlappingTemplate";
  }

  /** Shortest sequence: twenty expected occurrences in each block. */
  public int shortest() {
    return blocks * ((FEWEST_EXPECTED << templateBits) + templateBits - 1);
  }

  @Override
  public List<TestResult> judge(BitSequence bits) {
    return Applicability.tooShort(bits, shortest())
        ? Applicability.none(
            name(),
            Templates.of(templateBits, blocks).parameters,
            Applicability.tooShortFor(shortest(), bits))
        : apply(bits);
  }

  /** The templates, first bit highest, in rising order. */
  static int[] aperiodic(int bits) {
    int[] found = new int[1 << bits];
    int count = 0;
    for (int template = 0; template < found.length; template++) {
      boolean periodic = false;
      for (int shift = 1; shift < bits; shift++) {
        int overlap = (1 << (bits - shift)) - 1;
        periodic |= (template >>> shift) == (template & overlap);
      }
      if (!periodic) {
        found[count++] = template;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The templates of one length with what tells their results apart. */
  private record Templates(int bits, int blocks, int[] indices, List<String> parameters) {
    /** Those of the suite. */
    static final Templates NINE_BITS = named(9, 8);

    static Templates of(int bits, int blocks) {
      return bits == NINE_BITS.bits && blocks == NINE_BITS.blocks ? NINE_BITS : named(bits, blocks);
    }

    private static Templates named(int bits, int blocks) {
      int[] templates = aperiodic(bits);
      int[] indices = new int[templates.length];
      List<String> names = new ArrayList<>();
      for (int i = 0; i < templates.length; i++) {
        indices[i] = Integer.reverse(templates[i]) >>> (32 - bits);
        String digits = Integer.toBinaryString(1 << bits | templates[i]).substring(1);
        names.add("m=" + bits + " N=" + blocks + " idx=" + i + " tpl=" + digits);
      }
      return new Templates(bits, blocks, indices, List.copyOf(names));
    }
  }

  /** Applies the test whatever the length. */
  List<TestResult> apply(BitSequence bits) {
    int m = templateBits;
    int blockBits = bits.length() / blocks;
    int[][] counts = new int[blocks][1 << m];
    for (int j = 0; j < blocks; j++) {
      int from = j * blockBits;
      PatternCounts.add(bits, from, from + blockBits - m + 1, m, counts[j]);
    }
    double mean = Math.scalb(blockBits - m + 1.0, -m);
    double variance = blockBits * (Math.scalb(1.0, -m) - Math.scalb(2.0 * m - 1, -2 * m));
    Templates templates = Templates.of(m, blocks);
    List<TestResult> results = new ArrayList<>(templates.indices.length);
    for (int i = 0; i < templates.indices.length; i++) {
      double chiSquare = squares(counts, templates.indices[i], mean) / variance;
      Judged judged = Applicability.chiSquare(blocks, chiSquare);
      results.add(new TestResult(name(), templates.parameters.get(i), judged));
    }
    return List.copyOf(results);
  }

  private static double squares(int[][] counts, int pattern, double mean) {
    double sum = 0;
    for (int[] block : counts) {
      double excess = block[pattern] - mean;
      sum += excess * excess;
    }
    return sum;
  }
}
