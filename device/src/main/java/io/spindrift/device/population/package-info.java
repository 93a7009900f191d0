/** What a population of devices shows: how probabilities, coins and yields differ in it. */
package io.spindrift.device.population;
