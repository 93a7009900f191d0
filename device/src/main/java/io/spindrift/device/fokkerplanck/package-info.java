/** The probability density of the magnetisation direction: the same physics without sampling. */
package io.spindrift.device.fokkerplanck;
