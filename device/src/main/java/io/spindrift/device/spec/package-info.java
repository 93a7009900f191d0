/** What a device is made of: nested records by physical part, presets and their loader. */
package io.spindrift.device.spec;
