/** Assertions on distributions and on order of convergence, and small files to read. */
package io.spindrift.testkit;
