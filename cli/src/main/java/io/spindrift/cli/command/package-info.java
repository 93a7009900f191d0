/** The commands: options in, one call to a room, a table or one JSON document out. */
package io.spindrift.cli.command;
