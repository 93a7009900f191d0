/**
 * Whether hardware and software noise give equal image quality, and how much imperfection they
 * bear.
 */
package io.spindrift.experiment.comparison;
