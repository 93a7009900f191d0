package io.spindrift.numerics.bench;

/**
 * One figure of a benchmark.
 *
 * @param name what was measured, unique within its quantity, such as {@code "reset coin"}
 * @param quantity what the figure is, with its unit, as a key of JSON output, such as {@code
 *     "bitsPerCpuSecondPerCore"}
 * @param unit the unit as people write it, such as {@code "bit/s"}
 * @param value the figure
 * @param check what was verified of the timed result, such as {@code "share of ones within 5
 *     sigma"}; a section whose result fails its check throws and has no line
 */
public record BenchLine(String name, String quantity, String unit, double value, String check) {}
