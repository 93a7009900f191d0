/** Arrays kept in files that are checked throughout and replaced whole. */
package io.spindrift.memory.file;
