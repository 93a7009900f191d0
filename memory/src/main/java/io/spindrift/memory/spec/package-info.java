/** The description of a memory: its array, lines, transistors, amplifiers, and how cells fail. */
package io.spindrift.memory.spec;
