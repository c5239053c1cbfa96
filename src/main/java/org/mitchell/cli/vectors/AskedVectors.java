package org.mitchell.cli.vectors;

import java.io.IOException;
import java.nio.file.Path;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.vectors.WordVectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The one file that is asked. */
final class AskedVectors {
  @Option(
      names = "--vectors",
      required = true,
      paramLabel = "FILE",
      description =
          "word vectors: word2vec (binary, text), GloVe, fastText (.vec, .bin), Numberbatch, or a"
              + " table; may be compressed")
  private Path file;

  @Mixin private VocabularyOptions vocabulary;

  WordVectors read(CommonOptions common) throws IOException {
    return vocabulary.read(file, common);
  }

  /** How many words may be answers. */
  int restrict() {
    return vocabulary.restrict();
  }
}
