package org.mitchell.corpus;

import java.io.IOException;
import java.io.InputStream;
import org.mitchell.files.InputException;

/**
 * Some text to count: a file, a part of the built-in corpus, or what a reader of another format
 * takes out of one.
 */
public interface TextSource {
  /** What messages call it: a path, or a name. */
  String name();

  /**
   * The text from its beginning, as UTF-8. A document ends with the text at the latest.
   *
   * @throws InputException if there is no such text or it cannot be read as what it is
   */
  InputStream open() throws IOException;
}
