package io.spindrift.numerics.vector;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The width of the vectors: what the machine prefers, or {@code -Dspindrift.vectorBits}.
 *
 * <p>Constants, so that the compiler can build on them; loading this class needs the vector module,
 * see {@link VectorModule}.
 */
public final class VectorLanes {
  /** The shape of every vector. */
  public static final VectorShape SHAPE = shape(Integer.getInteger("spindrift.vectorBits", 0));

  /** Single-precision numbers of that shape. */
  public static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, SHAPE);

  /** 32-bit integers of that shape. */
  public static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);

  /** Double-precision numbers of that shape. */
  public static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, SHAPE);

  /** 64-bit words of that shape. */
  public static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SHAPE);

  private static VectorShape shape(int bits) {
    return bits == 0 ? VectorShape.preferredShape() : VectorShape.forBitSize(bits);
  }

  private VectorLanes() {}
}
