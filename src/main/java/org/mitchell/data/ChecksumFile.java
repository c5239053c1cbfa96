package org.mitchell.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;
import org.mitchell.files.OutputSet;

/** The SHA-256 of a file in {@code NAME.sha256} beside it, in the format of {@code sha256sum}. */
final class ChecksumFile {
  private static final Pattern LINE =
      Pattern.compile("([0-9A-Fa-f]{64})(?: [ *].*)?\\R?", Pattern.DOTALL);

  private final Path file;
  private final Path path;

  ChecksumFile(Path file) {
    this.file = file;
    this.path = file.resolveSibling(file.getFileName() + ".sha256");
  }

  Path path() {
    return path;
  }

  /**
   * The checksum that was recorded, in lower-case hex; empty when none was.
   *
   * @throws InputException if the record cannot be read as one
   */
  Optional<String> recorded() throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    Matcher line = LINE.matcher(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
    if (!line.matches()) {
      throw InputException.in(
          path,
          "no line of sha256sum (64 hex digits, two blanks, the file's name). Remove it to record a"
              + " new one");
    }
    return Optional.of(line.group(1).toLowerCase(Locale.ROOT));
  }

  void record(String sha256) throws IOException {
    String line = sha256 + "  " + file.getFileName() + "\n";
    OutputSet.writeOne(path, stream -> stream.write(line.getBytes(StandardCharsets.UTF_8)));
  }

  void forget() throws IOException {
    Files.deleteIfExists(path);
  }
}
