package org.mitchell.corpus.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.TextSource;
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
    public OptionalLong size() {
      return OptionalLong.of(bytes.length);
    }

    @Override
    public InputStream open(long offset) {
      return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
    }
  }

  static TextSource of(String text) {
    return new Memory(text.getBytes(StandardCharsets.UTF_8));
  }

  /** An engine that takes its sources as plain text, in pieces and shards of this size. */
  static LocalEngine engine(Counting counting, int size) {
    return engine(counting, size, Damage.FAIL);
  }

  static LocalEngine engine(Counting counting, int size, Damage damage) {
    return engine(counting, ReadingOptions.DEFAULT.as(CorpusFormat.TEXT).in("UTF-8"), damage, size);
  }

  static LocalEngine engine(Counting counting, ReadingOptions options, Damage damage, int size) {
    return new LocalEngine(counting, options, damage, new ShardPlan(size, 3L * size));
  }

  static Cooccurrences count(Counting counting, String text) throws IOException {
    return count(engine(counting, 1 << 20), List.of(of(text)), 1);
  }

  static Cooccurrences count(LocalEngine counter, List<? extends TextSource> texts, int threads)
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
