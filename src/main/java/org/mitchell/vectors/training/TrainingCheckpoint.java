package org.mitchell.vectors.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.mitchell.files.InputException;
import org.mitchell.files.OutputSet;

/**
 * Keeps in a file where a training stands, so that it can go on from there after it was killed and
 * ends with the same vectors.
 */
public final class TrainingCheckpoint {
  private static final String MAGIC = "mitchell vectors checkpoint 1";
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Duration every;
  private final List<String> identity;
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
    this.file = file;
    this.every = every;
    this.identity = List.copyOf(identity);
    this.resumes = resumes;
  }

  /** Whether there is a state of some earlier training. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** Removes the state: the training has ended. */
  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  void saveIfDue(TrainingState state) throws IOException {
    if (System.nanoTime() - last >= every.toNanos()) {
      save(state);
      last = System.nanoTime();
    }
  }

  private void save(TrainingState state) throws IOException {
    OutputSet.writeOne(
        file,
        stream -> {
          var checked = new CheckedOutputStream(stream, new CRC32());
          var out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
          out.writeUTF(MAGIC);
          out.writeInt(identity.size());
          for (String line : identity) {
            out.writeUTF(line);
          }
          state.writeTo(out);
          out.flush();
          out.writeLong(checked.getChecksum().getValue());
          out.flush();
        });
  }

  /**
   * The state that an earlier run left, where it is to be gone on from.
   *
   * @param network of the shape of the one that was trained; is overwritten
   * @throws InputException if the file is damaged, or of another training
   */
  Optional<TrainingState> resume(Network network) throws IOException {
    if (!resumes || !exists()) {
      return Optional.empty();
    }
    try (var stream = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      var checked = new CheckedInputStream(stream, new CRC32());
      var in = new DataInputStream(checked);
      if (!in.readUTF().equals(MAGIC)) {
        throw damaged(null);
      }
      requireSame(identity(in));
      var state = TrainingState.readFrom(in, network);
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw damaged(null);
      }
      return Optional.of(state);
    } catch (EOFException | UTFDataFormatException e) {
      throw damaged(e);
    }
  }

  private static List<String> identity(DataInputStream in) throws IOException {
    var lines = new ArrayList<String>();
    for (int left = in.readInt(); left > 0; left--) {
      lines.add(in.readUTF());
    }
    return lines;
  }

  private void requireSame(List<String> saved) {
    for (int i = 0; i < Math.max(saved.size(), identity.size()); i++) {
      String before = i < saved.size() ? saved.get(i) : "nothing";
      String now = i < identity.size() ? identity.get(i) : "nothing";
      if (!before.equals(now)) {
        throw InputException.in(
            file,
            "this is the checkpoint of another training: got '%s' where '%s' is expected. Give the"
                    .formatted(before, now)
                + " same options and texts, or leave out --resume to begin anew");
      }
    }
  }

  private InputException damaged(Throwable cause) {
    return InputException.in(
        file, "this is no whole checkpoint. Leave out --resume to begin anew", cause);
  }
}
