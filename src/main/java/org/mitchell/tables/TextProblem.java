package org.mitchell.tables;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.mitchell.files.FileKind;
import org.mitchell.files.InputException;
import org.mitchell.files.LikelyEncoding;
import org.mitchell.files.Remedy;

/** Errors of files that are no text, or text in an encoding that nobody named. */
final class TextProblem {
  private TextProblem() {}

  /**
   * @param bytes of the line that is not UTF-8
   */
  static InputException notUtf8(Path file, long line, byte[] bytes) {
    Optional<InputException> other = otherKind(file);
    if (other.isPresent()) {
      return other.get();
    }
    Optional<String> likely = LikelyEncoding.of(bytes);
    return InputException.in(
        file,
        "line %d: not a table of text in UTF-8. %s"
            .formatted(
                line,
                likely
                    .map(Remedy.LIKELY_ENCODING::words)
                    .orElse(Remedy.NAME_THE_ENCODING.words())));
  }

  /**
   * @param name of the encoding that the user gave
   */
  static InputException notIn(Path file, String name, Exception cause) {
    return InputException.in(
        file,
        "not a table of text in UTF-8, nor in %s as was said. Name its encoding, or save it as UTF-8"
            .formatted(name),
        cause);
  }

  /** A file with zeros: UTF-16 without a byte order mark, or no text at all. */
  static InputException binary(Path file, long line, byte[] bytes, int count) {
    byte[] head = Arrays.copyOf(bytes, Math.min(count, 1 << 12));
    if (LikelyEncoding.of(head).orElse("").equals("UTF-16")) {
      return notUtf8(file, line, head);
    }
    return otherKind(file)
        .orElseGet(
            () ->
                InputException.in(
                    file,
                    "line %d: not a table of text in UTF-8: it holds bytes that no text has"
                        .formatted(line)));
  }

  /** That a file is an image, say, and no text at all. */
  private static Optional<InputException> otherKind(Path file) {
    return FileKind.of(file)
        .map(
            kind ->
                InputException.in(file, "%s where a table of text is expected".formatted(kind)));
  }
}
