/** The fifteen statistical tests of NIST SP 800-22 Rev 1a. */
package io.spindrift.entropy.sp80022;
