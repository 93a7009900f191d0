/** What the wires, transistors and amplifiers of an array do to reading, writing and keeping. */
package io.spindrift.memory.circuit;
