package org.mitchell.corpus.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.scan.Tally;
import org.mitchell.files.Checkpoint;

/**
 * Keeps in a file where a counting stands, so that it can go on from there after it was killed,
 * with the same counts in the end.
 */
public final class CheckpointFile {
  private static final String FORM = "mitchell checkpoint 2";

  private final Checkpoint checkpoint;
  private final Duration every;
  private final SkippedParts skipped;
  private final AtomicLong due = new AtomicLong();

  /**
   * @param file is written and replaced whole; nothing of it is read before {@link #resume}
   * @param every how long to count between two states
   * @param identity what the counts depend on, a line each: a state is only taken up where all
   *     lines are the same
   * @param skipped what was passed over, kept with the state
   */
  public CheckpointFile(Path file, Duration every, List<String> identity, SkippedParts skipped) {
    this.checkpoint = new Checkpoint(file, FORM, "counting", identity);
    this.every = every;
    this.skipped = skipped;
    waitOnceMore();
  }

  /** Whether there is a state of some earlier counting. */
  public boolean exists() {
    return checkpoint.exists();
  }

  /** Saves a state if one is due; the calls of other threads return at once meanwhile. */
  void whenDue(Save save) throws IOException {
    long now = due.get();
    if (System.nanoTime() - now >= 0 && due.compareAndSet(now, now + Long.MAX_VALUE)) {
      save.run();
      waitOnceMore();
    }
  }

  /** Writes down the state of a counting. */
  @FunctionalInterface
  interface Save {
    void run() throws IOException;
  }

  void save(RunState state) throws IOException {
    checkpoint.save(
        out -> {
          skipped.writeTo(out);
          state.writeTo(out);
        });
  }

  /**
   * The state that an earlier run left, if there is one; what it passed over is passed over again.
   *
   * @param empty a tally of the vocabulary that is counted
   * @throws InputException if the file is damaged, or is of another counting or other texts
   */
  Optional<RunState> resume(Tally empty) throws IOException {
    return checkpoint.read(
        in -> {
          skipped.readFrom(in);
          return RunState.readFrom(in, empty);
        });
  }

  private void waitOnceMore() {
    due.set(System.nanoTime() + every.toNanos());
  }
}
