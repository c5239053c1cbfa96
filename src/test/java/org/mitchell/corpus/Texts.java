package org.mitchell.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** Texts for tests, and counting them. */
final class Texts {
  private Texts() {}

  record Memory(byte[] bytes) implements TextSource {
    @Override
    public String name() {
      return "memory";
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  static TextSource of(String text) {
    return new Memory(text.getBytes(StandardCharsets.UTF_8));
  }

  static Cooccurrences count(Counting counting, String text) throws IOException {
    return count(new CooccurrenceCounter(counting), List.of(of(text)), 1);
  }

  static Cooccurrences count(
      CooccurrenceCounter counter, List<? extends TextSource> texts, int threads)
      throws IOException {
    try (var workers = new Workers(threads)) {
      return counter.count(texts, workers, Progress.NONE);
    }
  }

  static long[] array(Cooccurrences counts) {
    var array = new long[counts.nouns().size() * counts.verbs().size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = counts.count(i / counts.verbs().size(), i % counts.verbs().size());
    }
    return array;
  }
}
