package org.mitchell.jobs;

/**
 * Hears how a long job goes. Implementations must be safe to call from several threads.
 *
 * <p>The library never prints; whoever calls it decides what the user sees.
 */
public interface Progress {
  /** A listener that shows nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void begin(String task, String unit, long total) {}

        @Override
        public void advance(long amount) {}

        @Override
        public void end() {}
      };

  /**
   * A task begins; the previous one has ended.
   *
   * @param task what is being done, in a word or two
   * @param unit what is counted (folds, bytes)
   * @param total how much there is to do, or -1 when that is not known
   */
  void begin(String task, String unit, long total);

  /** {@code amount} more units are done. */
  void advance(long amount);

  /**
   * What there is to say of the task beside how far it is, until there is something new: how well
   * it goes, in a few words.
   */
  default void say(String state) {}

  /** The task has ended. */
  void end();
}
