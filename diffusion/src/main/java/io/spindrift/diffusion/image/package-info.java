/** Image sets: embedded strokes, idx, CIFAR-10, folders of pictures, npy; and picture grids. */
package io.spindrift.diffusion.image;
