package org.mitchell.vectors.training;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.Checkpoint;

/**
 * Keeps in a file where a training stands, so that it can go on from there after it was killed and
 * ends with the same vectors.
 */
public final class TrainingCheckpoint {
  private static final String FORM = "mitchell vectors checkpoint 1";

  private final Checkpoint checkpoint;
  private final Duration every;
  private final boolean resumes;
  private long last = System.nanoTime();

  /**
   * @param file is replaced whole
   * @param every how long to train between two states
   * @param identity what the vectors depend on, a line each: a state is only taken up where all are
   *     the same
   * @param resumes whether to go on from a state that is there
   */
  public TrainingCheckpoint(Path file, Duration every, List<String> identity, boolean resumes) {
    this.checkpoint = new Checkpoint(file, FORM, "training", identity);
    this.every = every;
    this.resumes = resumes;
  }

  /** Whether there is a state of some earlier training. */
  public boolean exists() {
    return checkpoint.exists();
  }

  /** Removes the state: the training has ended. */
  public void delete() throws IOException {
    checkpoint.delete();
  }

  void saveIfDue(TrainingState state) throws IOException {
    if (System.nanoTime() - last >= every.toNanos()) {
      checkpoint.save(state::writeTo);
      last = System.nanoTime();
    }
  }

  /**
   * The state that an earlier run left, where it is to be gone on from.
   *
   * @param network of the shape of the one that was trained; is overwritten
   * @throws InputException if the file is damaged, or of another training
   */
  Optional<TrainingState> resume(Network network) throws IOException {
    return resumes ? checkpoint.read(in -> TrainingState.readFrom(in, network)) : Optional.empty();
  }
}
