/**
 * The track of NIST SP 800-90B for sources that claim to be independent and identically
 * distributed: permutation tests, chi-square tests and the longest repeated substring.
 */
package io.spindrift.entropy.sp80090b.iid;
