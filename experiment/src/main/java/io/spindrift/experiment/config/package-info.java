/** What a run is asked to do: declared records, embedded defaults and sizes. */
package io.spindrift.experiment.config;
