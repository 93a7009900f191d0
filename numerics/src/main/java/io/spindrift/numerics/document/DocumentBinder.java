package io.spindrift.numerics.document;

import io.spindrift.numerics.UnusableInput;
import java.util.Map;

/**
 * Turns the tree of a document into a validated record, or tells every problem at once.
 *
 * <p>Components may be double, int, long, boolean, String, enums (kebab-case), records, sealed
 * interfaces of records (chosen by the key {@code kind}), and List or Optional of these. A double
 * is a quantity of the declared unit, a list of doubles may be a range. A value given as {@code
 * {value:, source:, note:, kind:}} is unwrapped and its provenance kept.
 */
public final class DocumentBinder {
  /**
   * Binds {@code tree} to {@code type}, a record or a sealed interface of records.
   *
   * @param origin file or preset name, for messages
   * @throws UnusableInput with all problems together, one a line, each with its path
   */
  public static <T> T bind(Class<T> type, Map<String, Object> tree, String origin) {
    return tryBind(type, tree, origin).orThrow();
  }

  /** Binds {@code tree} to {@code type} and gives the value with provenance, or the problems. */
  public static <T> BindResult<T> tryBind(Class<T> type, Map<String, Object> tree, String origin) {
    TreeBinder binder = new TreeBinder();
    Object value = binder.read(type, RecordPart.whole(type), tree, "");
    return value == null || !binder.problems().isEmpty()
        ? new BindResult.Refused<>(origin, binder.problems())
        : new BindResult.Bound<>(type.cast(value), binder.provenance());
  }

  private DocumentBinder() {}
}
