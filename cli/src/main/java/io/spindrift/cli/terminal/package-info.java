/** What a person at a terminal sees and does: progress lines and the wish to stop. */
package io.spindrift.cli.terminal;
