/** What a run costs: counts priced by tables with a source for every number, and comparisons. */
package io.spindrift.memory.cost;
