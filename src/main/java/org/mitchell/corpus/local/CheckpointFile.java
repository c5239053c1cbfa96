package org.mitchell.corpus.local;

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
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.scan.Tally;
import org.mitchell.files.InputException;
import org.mitchell.files.OutputSet;

/**
 * Keeps in a file where a counting stands, so that it can go on from there after it was killed,
 * with the same counts in the end.
 */
public final class CheckpointFile {
  private static final String MAGIC = "mitchell checkpoint 2";

  private final Path file;
  private final Duration every;
  private final List<String> identity;
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
    this.file = file;
    this.every = every;
    this.identity = List.copyOf(identity);
    this.skipped = skipped;
    waitOnceMore();
  }

  /** Whether there is a state of some earlier counting. */
  public boolean exists() {
    return Files.exists(file);
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
    OutputSet.writeOne(
        file,
        stream -> {
          var checked = new CheckedOutputStream(new BufferedOutputStream(stream), new CRC32());
          var out = new DataOutputStream(checked);
          out.writeUTF(MAGIC);
          out.writeInt(identity.size());
          for (String line : identity) {
            out.writeUTF(line);
          }
          skipped.writeTo(out);
          state.writeTo(out);
          out.writeLong(checked.getChecksum().getValue());
          out.flush();
        });
  }

  /**
   * The state that an earlier run left, if there is one; what it passed over is passed over again.
   *
   * @param empty a tally of the vocabulary that is counted
   * @throws InputException if the file is damaged, or is of another counting or other texts
   */
  Optional<RunState> resume(Tally empty) throws IOException {
    if (!exists()) {
      return Optional.empty();
    }
    try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
      var checked = new CheckedInputStream(stream, new CRC32());
      var in = new DataInputStream(checked);
      if (!in.readUTF().equals(MAGIC)) {
        throw damaged(null);
      }
      requireSame(identity(in));
      skipped.readFrom(in);
      var state = RunState.readFrom(in, empty);
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
            "this is the checkpoint of another counting: got '%s' where '%s' is expected. Give the"
                    .formatted(before, now)
                + " same options and texts, or leave out --resume to begin anew");
      }
    }
  }

  private InputException damaged(Throwable cause) {
    return InputException.in(
        file, "this is no whole checkpoint. Leave out --resume to begin anew", cause);
  }

  private void waitOnceMore() {
    due.set(System.nanoTime() + every.toNanos());
  }
}
