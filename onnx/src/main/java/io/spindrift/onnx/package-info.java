/**
 * Feature networks of other programs, in the ONNX format.
 *
 * <p>{@link io.spindrift.onnx.OnnxNetworks} is the entry; everything else stays inside.
 */
package io.spindrift.onnx;
