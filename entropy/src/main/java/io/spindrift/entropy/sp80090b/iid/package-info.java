/** The IID track of NIST SP 800-90B, section 5: permutation, chi-square and repetition tests. */
package io.spindrift.entropy.sp80090b.iid;
