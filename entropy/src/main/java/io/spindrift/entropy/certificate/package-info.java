/** Certificates: what bits and Gaussian samples were shown to be, with p-values and limits. */
package io.spindrift.entropy.certificate;
