package org.mitchell.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A file that keeps where a long job stands: its form, what the job depends on, the state, and a
 * checksum of all before it.
 */
public final class Checkpoint {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final String form;
  private final String job;
  private final List<String> identity;

  /**
   * @param file is written and replaced whole
   * @param form stands at the beginning of files of this kind
   * @param job a noun for what is under way, as messages say it
   * @param identity what the result depends on, a line each: a state is only taken up where all
   *     lines are the same
   */
  public Checkpoint(Path file, String form, String job, List<String> identity) {
    this.file = file;
    this.form = form;
    this.job = job;
    this.identity = List.copyOf(identity);
  }

  /** Writes down a state. */
  @FunctionalInterface
  public interface Writing {
    void writeTo(DataOutputStream out) throws IOException;
  }

  /** Reads what a {@link Writing} wrote. */
  @FunctionalInterface
  public interface Reading<T> {
    T readFrom(DataInputStream in) throws IOException;
  }

  /** Whether there is a state of some earlier run. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** Removes the state: the job has ended. */
  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  public void save(Writing state) throws IOException {
    OutputSet.writeOne(
        file,
        stream -> {
          var checked = new CheckedOutputStream(stream, new CRC32());
          var out = new DataOutputStream(new BufferedOutputStream(checked, BUFFER));
          out.writeUTF(form);
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
   * The state that an earlier run left, if there is one.
   *
   * @throws InputException if the file is damaged, or of another job
   */
  public <T> Optional<T> read(Reading<T> state) throws IOException {
    if (!exists()) {
      return Optional.empty();
    }
    try (var stream = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      var checked = new CheckedInputStream(stream, new CRC32());
      var in = new DataInputStream(checked);
      if (!in.readUTF().equals(form)) {
        throw damaged(null);
      }
      requireSame(identity(in));
      T read = state.readFrom(in);
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw damaged(null);
      }
      return Optional.of(read);
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
            "this is the checkpoint of another %s: got '%s' where '%s' is expected"
                .formatted(job, before, now),
            Remedy.SAME_JOB_OR_ANEW);
      }
    }
  }

  private InputException damaged(Throwable cause) {
    return InputException.in(file, "this is no whole checkpoint", Remedy.BEGIN_ANEW, cause);
  }
}
