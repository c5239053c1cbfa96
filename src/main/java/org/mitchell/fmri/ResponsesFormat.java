package org.mitchell.fmri;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads responses of one form of file. */
@FunctionalInterface
interface ResponsesFormat {
  /**
   * The responses as the file has them; nothing where its content is of another form, whatever its
   * name.
   *
   * @throws org.mitchell.files.InputException if it is of this form and damaged
   */
  Optional<Responses> read(Path file, String participant, ReadOptions options) throws IOException;
}
