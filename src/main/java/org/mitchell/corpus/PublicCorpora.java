package org.mitchell.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The corpora that users are told of, by how they are had and then from small to large. */
public final class PublicCorpora {
  private static final List<PublicCorpus> ALL = read();

  private PublicCorpora() {}

  public static List<PublicCorpus> all() {
    return ALL;
  }

  public static Optional<PublicCorpus> named(String name) {
    return ALL.stream().filter(corpus -> corpus.name().equals(name)).findFirst();
  }

  private static List<PublicCorpus> read() {
    try (var stream = PublicCorpora.class.getResourceAsStream("public-corpora.json")) {
      return List.of(JsonMapper.shared().readValue(stream, PublicCorpus[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
