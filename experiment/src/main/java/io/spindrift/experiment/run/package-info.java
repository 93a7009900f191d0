/** What a run leaves behind: directory, state, metrics and tables. */
package io.spindrift.experiment.run;
