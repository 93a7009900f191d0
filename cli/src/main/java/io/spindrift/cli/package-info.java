/** Front door: parse, call the rooms, print; one sentence and one status for everything wrong. */
package io.spindrift.cli;
