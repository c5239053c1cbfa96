package org.mitchell.corpus.formats;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Passes over damage and remembers it: the first places of every counting one by one, in the order
 * of their names and offsets, and how many there were in all.
 */
public final class SkippedParts implements Damage {
  private static final int MOST_LISTED = 1000;
  private static final Comparator<Part> ORDER =
      Comparator.comparing(Part::file).thenComparing(Part::offset).thenComparing(Part::reason);

  private final TreeSet<Part> parts = new TreeSet<>(ORDER);
  private long count;

  /**
   * Something that was not counted.
   *
   * @param file the name of the source
   * @param offset where in its content, in bytes after inflation; below 0 of a folder
   * @param reason what was found and what was expected
   */
  public record Part(String file, long offset, String reason) implements Serializable {
    /** Of a folder that was left out with all that is in it. */
    public static Part ofFolder(Path folder, String reason) {
      return new Part(folder.toString(), -1, reason);
    }

    public boolean isFolder() {
      return offset < 0;
    }
  }

  @Override
  public synchronized void found(String source, long offset, String problem) {
    count++;
    add(new Part(source, offset, problem));
  }

  /** {@code more} parts were passed over elsewhere, of which these are listed. */
  public synchronized void add(long more, List<Part> listed) {
    count += more;
    listed.forEach(this::add);
  }

  /** How many parts were passed over. */
  public synchronized long count() {
    return count;
  }

  /** The first {@value #MOST_LISTED} of them. */
  public synchronized List<Part> parts() {
    return List.copyOf(parts);
  }

  /** Writes what was passed over, to be read back by {@link #readFrom}. */
  public synchronized void writeTo(DataOutput out) throws IOException {
    out.writeLong(count);
    out.writeInt(parts.size());
    for (var part : parts) {
      out.writeUTF(part.file());
      out.writeLong(part.offset());
      out.writeUTF(part.reason());
    }
  }

  /** Takes over what {@link #writeTo} wrote. */
  public synchronized void readFrom(DataInput in) throws IOException {
    count += in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      add(new Part(in.readUTF(), in.readLong(), in.readUTF()));
    }
  }

  private void add(Part part) {
    parts.add(part);
    if (parts.size() > MOST_LISTED) {
      parts.pollLast();
    }
  }
}
