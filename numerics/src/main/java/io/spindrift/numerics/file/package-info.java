/** Files that are whole or absent, never half-written. */
package io.spindrift.numerics.file;
