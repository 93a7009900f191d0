package io.spindrift.entropy.sp80022;

/**
 * One outcome of one test: most tests give one, some give several.
 *
 * @param test name of the test in one word, such as {@code CumulativeSums}
 * @param parameter what tells outcomes of the same test apart, such as {@code forward}; may be
 *     empty
 * @param outcome the p-value, or why there is none
 */
public record TestResult(String test, String parameter, CheckOutcome outcome) {}
