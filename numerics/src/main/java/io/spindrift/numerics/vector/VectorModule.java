package io.spindrift.numerics.vector;

/** Whether the program was started with the module that holds the vector instructions. */
public final class VectorModule {
  /** Name of the module, for {@code --add-modules}. */
  public static final String NAME = "jdk.incubator.vector";

  private static final boolean PRESENT = ModuleLayer.boot().findModule(NAME).isPresent();

  /** True when classes that use vectors can be loaded; their scalar twins give the same bits. */
  public static boolean isPresent() {
    return PRESENT;
  }

  /** Bits of a vector register, 64 when vectors are absent. */
  public static int bits() {
    return PRESENT ? VectorLanes.SHAPE.vectorBitSize() : Long.SIZE;
  }

  private VectorModule() {}
}
