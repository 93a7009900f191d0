/** VC-MRAM: cells that store and draw bits, every action counted, counts priced by a table. */
package io.spindrift.memory;
