package io.spindrift.experiment.report;

import java.util.Optional;

/** One section of the report. */
interface Section {
  /** Anchor of the section. */
  String id();

  /** Heading. */
  String title();

  /** The section's HTML, empty when the run has not got there. */
  Optional<String> html(RunFiles run, Figures figures);
}
