package org.mitchell.cli.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.TextSource;

/** Texts that can be read more than once: what comes through a pipe is kept in a file. */
final class TwiceReadTexts {
  private TwiceReadTexts() {}

  /**
   * @param folder for the files, which go with it
   */
  static List<TextSource> of(List<TextSource> sources, Path folder) throws IOException {
    var texts = new ArrayList<TextSource>();
    for (var source : sources) {
      texts.add(source.size().isPresent() ? source : kept(source, folder));
    }
    return texts;
  }

  private static TextSource kept(TextSource source, Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "text", "");
    try (var in = source.open(0);
        var out = Files.newOutputStream(file)) {
      in.transferTo(out);
    }
    return new KeptText(source.name(), new CorpusFile(file));
  }

  private record KeptText(String name, CorpusFile file) implements TextSource {
    @Override
    public OptionalLong size() {
      return file.size();
    }

    @Override
    public InputStream open(long offset) throws IOException {
      return file.open(offset);
    }
  }
}
