/** Assertions on distributions and on order of convergence. */
package io.spindrift.testkit;
