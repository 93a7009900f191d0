/** Images as bit planes that diffuse in the memory itself, and the exact law of what comes out. */
package io.spindrift.memory.process;
