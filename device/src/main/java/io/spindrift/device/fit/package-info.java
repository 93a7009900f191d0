/** Parameters of a junction from measurements: maximum likelihood, errors, what cannot be known. */
package io.spindrift.device.fit;
