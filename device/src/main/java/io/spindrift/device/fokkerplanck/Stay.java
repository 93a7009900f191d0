package io.spindrift.device.fokkerplanck;

import io.spindrift.device.drive.Drive;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * A time during which the generator is constant.
 *
 * @param field deterministic field
 * @param diffusionPerSecond rotational diffusion coefficient
 * @param seconds length
 */
record Stay(LinearField field, double diffusionPerSecond, double seconds) {
  /** The stays of a drive; neighbours of equal field and noise become one. */
  static List<Stay> of(Drive drive) {
    List<Stay> stays = new ArrayList<>();
    for (Segment segment : drive.segments()) {
      if (segment.seconds() > 0) {
        Stay stay = new Stay(segment.field(), segment.diffusionPerSecond(), segment.seconds());
        if (!stays.isEmpty() && stays.getLast().resembles(stay)) {
          double before = stays.removeLast().seconds();
          stays.add(stay.lasting(before + stay.seconds()));
        } else {
          stays.add(stay);
        }
      }
    }
    return stays;
  }

  /** Whether another stay has the same generator. */
  boolean resembles(Stay other) {
    return field.equals(other.field) && diffusionPerSecond == other.diffusionPerSecond;
  }

  /** The same generator for another time. */
  Stay lasting(double otherSeconds) {
    return new Stay(field, diffusionPerSecond, otherSeconds);
  }
}
