/**
 * The number of bytes into which bzip2 compresses, without writing them: the coding choices of
 * libbz2, which the compression statistic of SP 800-90B measures.
 */
package io.spindrift.entropy.sp80090b.iid.bzip2;
