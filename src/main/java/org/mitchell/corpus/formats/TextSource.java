package org.mitchell.corpus.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.mitchell.corpus.CorpusInput;

/**
 * Some stored bytes that hold text: a file here or on a cluster, or a part of the built-in corpus.
 */
public interface TextSource {
  /** What messages call it: a path, or a name. */
  String name();

  /** How many bytes are stored, where that is known: not of a pipe, which is read only once. */
  OptionalLong size();

  /**
   * The bytes as they are stored, from a place on.
   *
   * @param offset 0 where the size is not known
   * @throws org.mitchell.files.InputException if there is no such source or it must not be read
   */
  InputStream open(long offset) throws IOException;

  /** The first {@code count} bytes as they are stored, fewer where there are no more. */
  default byte[] head(int count) throws IOException {
    try (var stored = open(0)) {
      return stored.readNBytes(count);
    }
  }

  /**
   * Makes sure, once it was read, that it did not change meanwhile.
   *
   * @param before what it was before
   * @throws org.mitchell.files.InputException if it is another one now; the message says from which
   *     byte on
   */
  default void requireSame(CorpusInput before) throws IOException {
    // What is read once is what it is.
  }

  /**
   * What tells this source from others.
   *
   * @param hashAll whether to hash all stored bytes where the first and the last would do
   */
  default CorpusInput identity(boolean hashAll) throws IOException {
    return new CorpusInput(name(), -1, "", "", "");
  }
}
