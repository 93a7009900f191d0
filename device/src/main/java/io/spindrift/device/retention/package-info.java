/** How long a junction keeps its state: energy landscape, escape rates, retention, read disturb. */
package io.spindrift.device.retention;
