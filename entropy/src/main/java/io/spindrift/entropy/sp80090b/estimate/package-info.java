/** The ten min-entropy estimators of NIST SP 800-90B, section 6.3. */
package io.spindrift.entropy.sp80090b.estimate;
