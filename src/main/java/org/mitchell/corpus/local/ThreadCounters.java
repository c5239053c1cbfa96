package org.mitchell.corpus.local;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.FormatCounter;
import org.mitchell.corpus.scan.Tally;

/** The counters of one thread, one for each format that it meets. */
final class ThreadCounters {
  private final Function<CorpusFormat, FormatCounter> make;
  private final Map<CorpusFormat, FormatCounter> counters = new EnumMap<>(CorpusFormat.class);

  ThreadCounters(Function<CorpusFormat, FormatCounter> make) {
    this.make = make;
  }

  FormatCounter of(CorpusFormat format) {
    return counters.computeIfAbsent(format, make);
  }

  /** Adds what the thread has counted so far. */
  void addTo(Tally sum) {
    counters.values().forEach(counter -> counter.addTo(sum));
  }
}
