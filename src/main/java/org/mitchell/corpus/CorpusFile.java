package org.mitchell.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.mitchell.files.InputFiles;

/** A text file, plain or gzip (told by its first bytes). */
public record CorpusFile(Path file) implements TextSource {
  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public InputStream open() throws IOException {
    return InputFiles.open(file);
  }
}
