package io.spindrift.diffusion.training;

/**
 * What stands at one place of a training, whatever the process.
 *
 * @param image index of the image
 * @param step diffusion step, from 0
 * @param label class that the network is told, or none
 */
public record TrainingPlace(int image, int step, int label) {}
