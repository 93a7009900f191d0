package io.spindrift.experiment.comparison;

/** What a comparison has shown about a margin. */
public enum Verdict {
  /** The difference is smaller than the margin, either way. */
  EQUIVALENT,
  /** The difference is larger than the margin. */
  DIFFERENT,
  /** Neither is shown; more seeds or images would tell. */
  UNDECIDED
}
