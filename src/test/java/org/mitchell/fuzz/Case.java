package org.mitchell.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.mitchell.files.InputException;
import org.mitchell.nifti.NiftiException;

/**
 * Bytes given to a reader as a file. It may read them, or say by an {@link InputException} that
 * names the file what is wrong with them; all else is a fault of the reader.
 */
final class Case {
  /**
   * No file of some thousand bytes may take longer: of the processors' time, for a machine that has
   * other work lets this wait as long as it likes.
   */
  static final Duration LONGEST = Duration.ofSeconds(10);

  private final Path folder;

  /**
   * @param folder of its own, which gets what readers expect beside their file
   */
  Case(Path folder) throws IOException {
    this.folder = folder;
    Path beside = Reader.FOLDER.resolve("beside");
    try (Stream<Path> files = Files.walk(beside)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(beside.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.writeString(folder.resolve("names.txt"), "1 one\n2 two\n", StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve("two-voxels.tsv"), "ant\t1\t2\nbee\t3\t4\n", StandardCharsets.UTF_8);
  }

  /**
   * What a reader made of some bytes; nothing where it refused them as it should.
   *
   * @throws AssertionError if it failed in another way, or took too long
   */
  Optional<String> read(Reader reader, byte[] bytes) {
    Path file = write(reader, bytes);
    Duration start = processorTime();
    try {
      return Optional.of(reader.read(file));
    } catch (InputException | NiftiException e) {
      String message = String.valueOf(e.getMessage());
      if (!names(message, file)) {
        throw new AssertionError(reader + ": the message does not name the file: " + message, e);
      }
      return Optional.empty();
    } catch (IOException | RuntimeException | Error e) {
      throw new AssertionError(reader + ": " + e, e);
    } finally {
      Duration took = processorTime().minus(start);
      if (took.compareTo(LONGEST) > 0) {
        throw new AssertionError("%s: %,d ms of processor time".formatted(reader, took.toMillis()));
      }
      restore(reader);
    }
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Writes the file of a reader. */
  Path write(Reader reader, byte[] bytes) {
    try {
      return Files.write(folder.resolve(reader.file()), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What other readers expect beside their file is as it was. */
  private void restore(Reader reader) {
    Path sound = Reader.FOLDER.resolve("beside").resolve(reader.file());
    try {
      if (Files.exists(sound)) {
        Files.copy(sound, folder.resolve(reader.file()), StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(folder.resolve(reader.file()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file, or the folder that is one thing with it: an encoder's. */
  private boolean names(String message, Path file) {
    return message.contains(file.getFileName().toString())
        || message.contains(file.getParent().toString());
  }
}
