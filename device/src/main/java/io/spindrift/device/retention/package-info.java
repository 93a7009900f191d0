/** How long a junction keeps its state: escape rates, retention, read disturb. */
package io.spindrift.device.retention;
