package io.spindrift.memory.process;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * The kernel of each kind of cell; one kernel when all cells are alike.
 *
 * <p>Cells of many kinds do not share one chain: the share of cells that has flipped is the mean of
 * the kernels of the kinds, each composed on its own. Kinds are spread evenly over the cells, so
 * the mean is the law of a cell whose kind is not known.
 *
 * @param kinds the kernels, by kind
 */
public record KernelTable(List<TwoStateKernel> kinds) {
  /** Copies the list. */
  public KernelTable {
    kinds = List.copyOf(kinds);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("kernels must be given, but there were none");
    }
  }

  /** One kernel for every cell. */
  public static KernelTable of(TwoStateKernel kernel) {
    return new KernelTable(List.of(kernel));
  }

  /** What one use of a table does to a stored bit. */
  public static KernelTable of(FlipTable table) {
    List<TwoStateKernel> kernels = new ArrayList<>();
    for (int kind = 0; kind < (table.isShared() ? 1 : table.kinds()); kind++) {
      kernels.add(
          new TwoStateKernel(
              table.probability(kind, MagneticState.PARALLEL),
              table.probability(kind, MagneticState.ANTIPARALLEL)));
    }
    return new KernelTable(kernels);
  }

  /** The kernel of one kind. */
  public TwoStateKernel kind(int kind) {
    return kinds.size() == 1 ? kinds.getFirst() : kinds.get(kind);
  }

  /** The law of a cell of unknown kind: the mean of both probabilities over the kinds. */
  public TwoStateKernel mean() {
    double a = 0;
    double b = 0;
    for (TwoStateKernel kernel : kinds) {
      a += kernel.fromZero() / kinds.size();
      b += kernel.fromOne() / kinds.size();
    }
    return new TwoStateKernel(Math.min(1, a), Math.min(1, b));
  }

  /** This step followed by another, kind by kind. */
  public KernelTable then(KernelTable next) {
    return join(next, TwoStateKernel::then);
  }

  /** One kernel made of two, kind by kind. */
  KernelTable join(KernelTable other, BinaryOperator<TwoStateKernel> rule) {
    List<TwoStateKernel> kernels = new ArrayList<>();
    for (int kind = 0; kind < Math.max(kinds.size(), other.kinds.size()); kind++) {
      kernels.add(rule.apply(kind(kind), other.kind(kind)));
    }
    return new KernelTable(kernels);
  }

  /** Each kernel replaced. */
  public KernelTable map(UnaryOperator<TwoStateKernel> change) {
    return new KernelTable(kinds.stream().map(change).toList());
  }

  /** The table by which one flip of every cell does what the kernels say. */
  public FlipTable flips(CellKinds cells) {
    if (kinds.size() == 1) {
      return FlipTable.asymmetric(kinds.getFirst().fromZero(), kinds.getFirst().fromOne());
    }
    return FlipTable.of(
        cells,
        (device, from) -> kind(device.intValue()).flip(from == MagneticState.ANTIPARALLEL ? 1 : 0));
  }
}
