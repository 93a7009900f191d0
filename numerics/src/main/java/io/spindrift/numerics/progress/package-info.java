/** How long work tells of itself, and how it is asked to stop. */
package io.spindrift.numerics.progress;
