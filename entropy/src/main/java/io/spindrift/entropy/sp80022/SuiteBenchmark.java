package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.Require;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the processor time of the suite goes, test by test.
 *
 * @param tests processor seconds of each test, in the order of the standard
 * @param firstSeconds processor seconds of the first pass over all tests, compilation on this
 *     thread included
 * @param wholeSeconds processor seconds of one warm pass of {@link StatisticalTestSuite#judge},
 *     which shares what tests have in common
 * @param bits length of the sequence in bits
 */
public record SuiteBenchmark(
    List<TestSeconds> tests, double firstSeconds, double wholeSeconds, int bits) {
  /**
   * One test.
   *
   * @param test its name
   * @param seconds processor seconds of one warm application
   */
  public record TestSeconds(String test, double seconds) {}

  /** Copies the list. */
  public SuiteBenchmark {
    tests = List.copyOf(tests);
  }

  /**
   * Measures on the calling thread; every pass must give the results of the first.
   *
   * @param suite the suite measured
   * @param bits the sequence judged
   * @param warmUps passes that are not counted
   * @param passes passes over which the seconds are averaged
   * @throws NumericalFailure when a pass differs from the first
   */
  public static SuiteBenchmark of(
      StatisticalTestSuite suite, BitSequence bits, int warmUps, int passes) {
    Require.atLeast("warm-up passes", warmUps, 0);
    Require.atLeast("passes", passes, 1);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    List<TestResult> first = suite.judge(bits);
    long firstNanos = clock.getCurrentThreadCpuTime() - start;
    for (int i = 0; i < warmUps; i++) {
      check(first, suite.judge(bits));
    }
    start = clock.getCurrentThreadCpuTime();
    for (int i = 0; i < passes; i++) {
      check(first, suite.judge(bits));
    }
    long wholeNanos = clock.getCurrentThreadCpuTime() - start;
    List<TestSeconds> tests = new ArrayList<>();
    int at = 0;
    for (SequenceTest test : suite.tests()) {
      int results = test.judge(bits).size();
      List<TestResult> expected = first.subList(at, at + results);
      at += results;
      for (int i = 0; i < warmUps; i++) {
        check(expected, test.judge(bits));
      }
      start = clock.getCurrentThreadCpuTime();
      for (int i = 0; i < passes; i++) {
        check(expected, test.judge(bits));
      }
      long nanos = clock.getCurrentThreadCpuTime() - start;
      tests.add(new TestSeconds(test.name(), seconds(nanos) / passes));
    }
    return new SuiteBenchmark(
        tests, seconds(firstNanos), seconds(wholeNanos) / passes, bits.length());
  }

  /** Warm processor seconds for a million bits. */
  public double secondsPerMegabit() {
    return wholeSeconds * 1e6 / bits;
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  private static void check(List<TestResult> expected, List<TestResult> found) {
    if (!found.equals(expected)) {
      throw new NumericalFailure("a pass over the same bits gave other results than the first");
    }
  }
}
