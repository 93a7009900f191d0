/** Symbols and findings of NIST SP 800-90B. */
package io.spindrift.entropy.sp80090b;
