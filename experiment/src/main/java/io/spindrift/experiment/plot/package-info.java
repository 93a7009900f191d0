/** Figures of a report as SVG and PNG, in one calm theme. */
package io.spindrift.experiment.plot;
