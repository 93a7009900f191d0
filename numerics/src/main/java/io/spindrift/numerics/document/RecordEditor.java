package io.spindrift.numerics.document;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces chosen numbers of nested records, the way to each looked up once.
 *
 * <p>The records are built anew through their canonical constructors, so that every check they make
 * is made. Immutable.
 */
public final class RecordEditor<T extends Record> {
  private final Class<T> type;
  private final Part root;

  private RecordEditor(Class<T> type, Part root) {
    this.type = type;
    this.root = root;
  }

  /** The editor of the given numbers of a record type. */
  public static <T extends Record> RecordEditor<T> of(Class<T> type, List<NumberPath> numbers) {
    Part root = new Part(type);
    for (int slot = 0; slot < numbers.size(); slot++) {
      root.reach(numbers.get(slot).components(), slot);
    }
    return new RecordEditor<>(type, root);
  }

  /**
   * The record with other numbers, in the order in which they were chosen.
   *
   * @throws IllegalArgumentException when a constructor refuses them
   * @throws java.util.NoSuchElementException when a record on the way is absent
   */
  public T with(T record, double... values) {
    return type.cast(root.rebuilt(record, values));
  }

  /** One record on the way: how to take it apart and put it together again. */
  private static final class Part {
    private final RecordComponent[] components;
    private final Method[] accessors;
    private final Constructor<?> constructor;
    private final int[] slots;
    private final List<@Nullable Part> parts = new ArrayList<>();

    Part(Class<?> type) {
      components = type.getRecordComponents();
      accessors = new Method[components.length];
      slots = new int[components.length];
      Arrays.fill(slots, -1);
      for (int i = 0; i < components.length; i++) {
        accessors[i] = components[i].getAccessor();
        accessors[i].setAccessible(true);
        parts.add(null);
      }
      try {
        constructor =
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
      } catch (NoSuchMethodException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    void reach(List<String> way, int slot) {
      int at = 0;
      while (!components[at].getName().equals(way.getFirst())) {
        at++;
      }
      if (way.size() == 1) {
        slots[at] = slot;
        return;
      }
      Part part = parts.get(at);
      if (part == null) {
        part = new Part(content(components[at]));
        parts.set(at, part);
      }
      part.reach(way.subList(1, way.size()), slot);
    }

    Object rebuilt(Object record, double[] values) {
      @Nullable Object[] arguments = new @Nullable Object[slots.length];
      try {
        for (int i = 0; i < slots.length; i++) {
          Object held = accessors[i].invoke(record);
          Part part = parts.get(i);
          if (slots[i] >= 0) {
            arguments[i] =
                held instanceof Optional<?> ? Optional.of(values[slots[i]]) : values[slots[i]];
          } else if (part == null) {
            arguments[i] = held;
          } else if (held instanceof Optional<?> optional) {
            arguments[i] = Optional.of(part.rebuilt(optional.orElseThrow(), values));
          } else {
            arguments[i] = part.rebuilt(held, values);
          }
        }
        return constructor.newInstance(arguments);
      } catch (InvocationTargetException thrown) {
        if (thrown.getCause() instanceof RuntimeException refused) {
          throw refused;
        }
        throw new IllegalStateException(thrown);
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private static Class<?> content(RecordComponent component) {
      if (component.getType() != Optional.class) {
        return component.getType();
      }
      return (Class<?>)
          ((java.lang.reflect.ParameterizedType) component.getGenericType())
              .getActualTypeArguments()[0];
    }
  }
}
