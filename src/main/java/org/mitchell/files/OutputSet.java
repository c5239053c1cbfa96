package org.mitchell.files;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * Files that belong together and appear together.
 *
 * <p>Each file is written under a temporary name in its own folder and flushed to the disk. Only
 * {@link #commit()} gives the files their names, one atomic rename each, while no other run does so
 * in the same folders, and flushes the folders. A run that fails, or is killed before that, leaves
 * no file under a final name, and what was there before stays as it was; what a killed run left
 * under temporary names goes with the next one. Symbolic links are followed. Pipes, terminals and
 * devices get their bytes at the commit.
 *
 * <pre>{@code
 * try (var outputs = new OutputSet()) {
 *   outputs.write(map, stream -> writer.write(image, stream));
 *   outputs.writeText(sidecar, json);
 *   outputs.commit();
 * }
 * }</pre>
 */
public final class OutputSet implements AutoCloseable {
  private static final Set<String> STANDARD_OUTPUT =
      Set.of("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

  private final Map<OutputPlace, Output> outputs = new LinkedHashMap<>();

  /** Files that these take the place of, under names of their own. */
  private final Set<Path> replaced = new LinkedHashSet<>();

  /** A file as it was named, and its content. */
  private record Output(Path file, TemporaryFile content) {}

  /** Writes the content of one file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream stream) throws IOException;

    /** This content as the name of its file wants it: gzipped for {@code .gz}. */
    default Content compressedFor(Path file) {
      if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
        return this;
      }
      return stream -> {
        var gzip = new GZIPOutputStream(stream, 1 << 16);
        writeTo(gzip);
        gzip.finish();
      };
    }
  }

  /** Writes a file on its own: temporary name, flush, rename. */
  public static void writeOne(Path file, Content content) throws IOException {
    try (var outputs = new OutputSet()) {
      outputs.write(file, content);
      outputs.commit();
    }
  }

  /** Whether a name stands for a pipe, a terminal or a device, which has nothing beside it. */
  public static boolean isStream(Path file) throws IOException {
    return OutputPlace.of(file) instanceof OutputPlace.Stream;
  }

  /**
   * Tries what {@link #write} begins with and leaves nothing but the folder, for a work that takes
   * long before there is anything to write.
   *
   * @throws IOException if the file cannot be written there
   */
  public static void requireWritable(Path file) throws IOException {
    temporary(OutputPlace.of(file)).close();
  }

  /**
   * Writes {@code file} under a temporary name, making its folder if need be. Safe to call from
   * several threads.
   *
   * @throws IOException if the disk is full or the folder cannot be written. Whatever is thrown,
   *     the temporary file is removed and does not take part in {@link #commit()}
   */
  public void write(Path file, Content content) throws IOException {
    OutputPlace place = OutputPlace.of(file);
    TemporaryFile temporary = temporary(place);
    boolean written = false;
    try {
      var buffered = new BufferedOutputStream(temporary.stream(), 1 << 16);
      content.writeTo(buffered);
      buffered.flush();
      temporary.flush();
      written = true;
    } catch (IOException e) {
      throw new IOException(file + ": could not be written: " + e.getMessage(), e);
    } finally {
      if (!written) {
        temporary.close();
      }
    }
    synchronized (outputs) {
      Output former = outputs.put(place, new Output(file, temporary));
      if (former != null) {
        former.content.close();
      }
    }
  }

  /** A file that goes when the others come, because they say anew what it said. */
  public void replace(Path file) {
    synchronized (outputs) {
      replaced.add(file);
    }
  }

  /** Writes a UTF-8 text file; see {@link #write}. */
  public void writeText(Path file, String text) throws IOException {
    write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a table, gzipped where its name ends in {@code .gz}, and the JSON beside it. A stream
   * has no place for the JSON: it gets the table alone.
   */
  public void writeTable(Path table, Content rows, String json) throws IOException {
    write(table, rows.compressedFor(table));
    if (!isStream(table)) {
      writeText(Json.beside(table), json);
    }
  }

  /**
   * The SHA-256 of what was written for a file.
   *
   * @throws IllegalArgumentException if nothing was
   */
  public String sha256(Path file) throws IOException {
    OutputPlace place = OutputPlace.of(file);
    synchronized (outputs) {
      Output output = outputs.get(place);
      if (output == null) {
        throw new IllegalArgumentException(file + " was not written");
      }
      return InputFiles.sha256(output.content.path());
    }
  }

  /**
   * Gives every file its final name. Returns the names as they were given, in that order.
   *
   * @throws IOException if a file cannot be put in place, or another run is doing the same in one
   *     of the folders and does not end
   */
  public List<Path> commit() throws IOException {
    synchronized (outputs) {
      var locks = new ArrayList<FolderLock>();
      try {
        for (Path folder : folders()) {
          locks.add(lock(folder));
        }
        return putAll();
      } finally {
        for (FolderLock lock : locks) {
          lock.close();
        }
      }
    }
  }

  private static FolderLock lock(Path folder) throws IOException {
    try {
      return FolderLock.of(folder);
    } catch (FileSystemException e) {
      throw new IOException(
          folder + ": files could not be put in place: " + FileTrouble.reason(e), e);
    }
  }

  private List<Path> putAll() throws IOException {
    Set<Path> folders = folders();
    var written = new ArrayList<Path>();
    for (var entry : outputs.entrySet()) {
      Output output = entry.getValue();
      put(output.content, entry.getKey());
      written.add(output.file);
    }
    replaced.removeAll(written);
    for (Path file : replaced) {
      Files.deleteIfExists(file);
    }
    for (Path folder : folders) {
      FolderOnDisk.flush(folder);
    }
    close();
    return written;
  }

  /** The folders of the files, in an order that is the same for all runs. */
  private Set<Path> folders() {
    var folders = new TreeSet<Path>();
    for (OutputPlace place : outputs.keySet()) {
      if (place instanceof OutputPlace.File file) {
        folders.add(file.path().getParent());
      }
    }
    return folders;
  }

  /** Removes whatever was not committed. */
  @Override
  public void close() throws IOException {
    synchronized (outputs) {
      for (Output output : outputs.values()) {
        output.content.close();
      }
      outputs.clear();
    }
  }

  private static void put(TemporaryFile content, OutputPlace place) throws IOException {
    try {
      if (place instanceof OutputPlace.File file) {
        content.rename(file.path());
      } else if (STANDARD_OUTPUT.contains(place.path().toString())) {
        // Opened by its name, a file behind it would be written from its start again. It stays
        // open.
        Files.copy(content.path(), new FileOutputStream(FileDescriptor.out));
      } else {
        try (OutputStream stream = Files.newOutputStream(place.path(), StandardOpenOption.APPEND)) {
          Files.copy(content.path(), stream);
        }
      }
    } catch (IOException e) {
      throw new IOException(
          place.path() + ": could not be put in place: " + FileTrouble.reason(e), e);
    }
  }

  /** The content of a stream waits among the system's temporary files. */
  private static TemporaryFile temporary(OutputPlace place) throws IOException {
    Path beside = place.path();
    if (place instanceof OutputPlace.Stream stream) {
      if (!Files.isWritable(stream.path())) {
        String why =
            Files.exists(stream.path()) ? "no permission" : "there is no such pipe or device";
        throw new IOException(
            "%s: cannot be written: %s. %s"
                .formatted(stream.path(), why, Remedy.OTHER_OUTPUT.words()));
      }
      beside = Path.of(System.getProperty("java.io.tmpdir"), "mitchell-stream").toAbsolutePath();
    }
    OutputPlace.requirePossible(beside);
    try {
      return TemporaryFile.beside(beside);
    } catch (IOException e) {
      throw new IOException(
          beside.getParent()
              + ": cannot be written: "
              + FileTrouble.reason(e)
              + ". "
              + Remedy.OTHER_FOLDER.words(),
          e);
    }
  }
}
