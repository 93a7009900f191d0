/** One magnetic tunnel junction: from its parameters to switching probability and resistance. */
package io.spindrift.device;
