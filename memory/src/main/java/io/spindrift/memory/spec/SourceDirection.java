package io.spindrift.memory.spec;

/** Which way the source lines run, and so which cells share one. */
public enum SourceDirection {
  /** Beside the bit lines: the cells of a column share one. */
  ALONG_BIT_LINE,
  /** Beside the word lines: the cells of a row share one. */
  ALONG_WORD_LINE
}
