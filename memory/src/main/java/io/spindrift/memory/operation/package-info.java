/** What an array does to its rows without moving data: pulses, copies and logic, each counted. */
package io.spindrift.memory.operation;
