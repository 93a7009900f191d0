package io.spindrift.numerics.progress;

/** Where long work reports how far it is, and learns that it should stop. */
public interface Progress {
  /** A listener that shows nothing and never stops. */
  Progress NONE =
      new Progress() {
        @Override
        public Task begin(String title, long total, String unit) {
          return new Task() {
            @Override
            public void advance(long units) {}

            @Override
            public void note(String detail) {}

            @Override
            public void close() {}
          };
        }

        @Override
        public void checkStopped() {}
      };

  /** Announces a task of {@code total} units, such as {@code ("training", 4000, "steps")}. */
  Task begin(String title, long total, String unit);

  /**
   * Returns when work may go on.
   *
   * @throws Stopped when the user asked to stop
   */
  void checkStopped();

  /** One announced task; closing it ends its bar. Safe to call from several threads. */
  interface Task extends AutoCloseable {
    /** Adds finished units. */
    void advance(long units);

    /** Shows a short detail beside the bar, such as the present loss. */
    void note(String detail);

    @Override
    void close();
  }

  /** The user asked to stop; what was written so far stays readable. */
  final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the signal. */
    public Stopped() {
      super("stopped by the user", null, false, false);
    }
  }
}
