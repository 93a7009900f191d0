/** The restart tests of NIST SP 800-90B, section 3.1.4. */
package io.spindrift.entropy.sp80090b.restart;
