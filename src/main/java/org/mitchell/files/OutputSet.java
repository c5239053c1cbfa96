package org.mitchell.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Files that belong together and appear together.
 *
 * <p>Each file is written under a temporary name in its own folder and flushed to the disk. Only
 * {@link #commit()} gives the files their names, one atomic rename each. A run that fails, or is
 * killed before that, leaves no file under a final name, and what was there before stays as it was.
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
  private final Map<Path, Path> temporaryByFinal = new LinkedHashMap<>();

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

  /**
   * Tries what {@link #write} begins with and leaves nothing but the folder, for a work that takes
   * long before there is anything to write.
   *
   * @throws IOException if the file cannot be written there
   */
  public static void requireWritable(Path file) throws IOException {
    Files.delete(createTemporary(target(file)));
  }

  /**
   * Writes {@code file} under a temporary name, making its folder if need be. Safe to call from
   * several threads.
   *
   * @throws IOException if the disk is full or the folder cannot be written. Whatever is thrown,
   *     the temporary file is removed and does not take part in {@link #commit()}
   */
  public void write(Path file, Content content) throws IOException {
    Path target = target(file);
    Path temporary = createTemporary(target);
    boolean written = false;
    try (var out = new FileOutputStream(temporary.toFile())) {
      var buffered = new BufferedOutputStream(out, 1 << 16);
      content.writeTo(buffered);
      buffered.flush();
      out.getFD().sync();
      written = true;
    } catch (IOException e) {
      throw new IOException(file + ": could not be written: " + e.getMessage(), e);
    } finally {
      if (!written) {
        Files.deleteIfExists(temporary);
      }
    }
    synchronized (temporaryByFinal) {
      Path former = temporaryByFinal.put(target, temporary);
      if (former != null) {
        Files.deleteIfExists(former);
      }
    }
  }

  /** Writes a UTF-8 text file; see {@link #write}. */
  public void writeText(Path file, String text) throws IOException {
    write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Gives every file its final name. Returns the names in the order of writing. */
  public List<Path> commit() throws IOException {
    synchronized (temporaryByFinal) {
      var written = new ArrayList<Path>();
      for (var entry : temporaryByFinal.entrySet()) {
        rename(entry.getValue(), entry.getKey());
        written.add(entry.getKey());
      }
      temporaryByFinal.clear();
      return written;
    }
  }

  /** Removes whatever was not committed. */
  @Override
  public void close() throws IOException {
    synchronized (temporaryByFinal) {
      for (Path temporary : temporaryByFinal.values()) {
        Files.deleteIfExists(temporary);
      }
      temporaryByFinal.clear();
    }
  }

  private static void rename(Path temporary, Path target) throws IOException {
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IOException(target + ": could not be put in place: " + reason(e), e);
    }
  }

  /** Where a file goes: to a new place, or to that of an ordinary file. */
  private static Path target(Path file) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    if (Files.isDirectory(target)) {
      throw new IOException(
          file + ": this is a folder where a file is to be written. Choose another name");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new IOException(
          file + ": this is no ordinary file, and a file is to replace it. Choose another name");
    }
    return target;
  }

  private static Path createTemporary(Path target) throws IOException {
    Path folder = target.getParent();
    try {
      Files.createDirectories(folder);
      String name = "." + target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp";
      return Files.createFile(folder.resolve(name));
    } catch (IOException e) {
      throw new IOException(
          folder + ": cannot be written: " + reason(e) + ". Choose another folder with --out", e);
    }
  }

  /** Most exceptions of files have nothing but a path as their message. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof FileAlreadyExistsException) {
      return e.getMessage() + " is a file, not a folder";
    }
    boolean explained = e instanceof FileSystemException f && f.getReason() != null;
    return explained ? ((FileSystemException) e).getReason() : e.toString();
  }
}
