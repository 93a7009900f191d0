package io.spindrift.benchmarks;

import tools.jackson.databind.json.JsonMapper;

/**
 * One measured case, printed as a line of JSON.
 *
 * @param work {@code train} or {@code predict}
 * @param engine library, arithmetic and threads
 * @param arms networks worked on side by side
 * @param network width, multipliers, blocks, first level with attention, patch
 * @param parameters weights of a network
 * @param multiplyAccumulatesPerImage those of one forward pass
 * @param images images of all arms together
 * @param imagesPerSecond per second on the clock
 * @param imagesPerProcessorSecond per second of processor time
 * @param use what the process took
 * @param checksum CRC-32 of what the networks predict in the end
 */
record Line(
    String work,
    String engine,
    int arms,
    String network,
    long parameters,
    long multiplyAccumulatesPerImage,
    long images,
    double imagesPerSecond,
    double imagesPerProcessorSecond,
    ProcessUse use,
    String checksum) {
  void print() {
    System.out.println(JsonMapper.shared().writeValueAsString(this));
  }
}
