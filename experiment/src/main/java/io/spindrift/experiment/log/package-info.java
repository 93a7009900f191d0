/** The course of a training in files: a Parquet table and event files for TensorBoard. */
package io.spindrift.experiment.log;
