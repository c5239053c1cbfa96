package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.CorpusInput;
import org.mitchell.corpus.CountRecord;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.formats.TextSource;
import org.mitchell.corpus.local.CheckpointFile;
import org.mitchell.corpus.local.LocalEngine;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.Provenance;

/** Counting texts on this machine, and the record of it. */
final class CorpusRun {
  private final CorpusOptions corpus;
  private final CountingOptions options;
  private final CommonOptions common;
  private final List<String> commandLine;

  CorpusRun(
      CorpusOptions corpus,
      CountingOptions options,
      CommonOptions common,
      List<String> commandLine) {
    this.corpus = corpus;
    this.options = options;
    this.common = common;
    this.commandLine = commandLine;
  }

  /** Counts, and what made them. */
  record Counted(Cooccurrences counts, CountRecord record) {}

  /**
   * Where a counting keeps its state.
   *
   * @param resume whether to go on from a state that is there
   */
  record Checkpointing(Path file, Duration every, boolean resume) {}

  /** Counts without keeping a state. */
  Counted count(Workers workers) throws IOException {
    return count(Optional.empty(), workers);
  }

  /** Counts, keeping a state that goes once the counts are there. */
  Counted count(Checkpointing checkpointing, Workers workers) throws IOException {
    return count(Optional.of(checkpointing), workers);
  }

  /** Has a cluster count. */
  Counted count(SparkRun spark) throws IOException {
    return timed(spark::count);
  }

  private Counted count(Optional<Checkpointing> checkpointing, Workers workers) throws IOException {
    return timed(
        (counting, sources) -> {
          requireMemory(counting, workers.threads());
          var engine = new LocalEngine(counting, corpus.reading(), corpus.damage());
          return checkpointing.isEmpty()
              ? engine.count(sources, workers, common.progress())
              : resumable(checkpointing.get(), engine, counting, sources, workers);
        });
  }

  /** What counts. */
  private interface Engine {
    Cooccurrences count(Counting counting, List<TextSource> sources) throws IOException;
  }

  private Counted timed(Engine engine) throws IOException {
    var counting = options.counting();
    var sources = corpus.sources();
    long start = System.nanoTime();
    var inputs = corpus.identities(sources);
    var counts = engine.count(counting, sources);
    return new Counted(counts, record(inputs, (System.nanoTime() - start) / 1e9));
  }

  private CountRecord record(List<CorpusInput> inputs, double seconds) throws IOException {
    var parameters = options.parameters();
    parameters.put("format", corpus.formatLabel());
    return new CountRecord(
        Provenance.of(commandLine, List.of(), parameters),
        inputs,
        corpus.skipped().count(),
        corpus.skipped().parts().stream().map(CorpusRun::json).toList(),
        seconds);
  }

  private Cooccurrences resumable(
      Checkpointing checkpointing,
      LocalEngine engine,
      Counting counting,
      List<TextSource> sources,
      Workers workers)
      throws IOException {
    var file =
        new CheckpointFile(
            checkpointing.file(),
            checkpointing.every(),
            identity(counting, corpus.identities(sources)),
            corpus.skipped());
    if (checkpointing.resume() && sources.stream().anyMatch(source -> source.size().isEmpty())) {
      throw new UsageException("--resume: a pipe cannot be read a second time");
    }
    if (checkpointing.resume() && !file.exists()) {
      common.note("nothing to resume: there is no " + checkpointing.file() + ". Counting anew");
    }
    if (!checkpointing.resume() && file.exists()) {
      common.note(
          "counting anew: the state of an unfinished run in "
              + checkpointing.file()
              + " will be replaced (--resume goes on from it)");
    }
    return engine.count(sources, file, checkpointing.resume(), workers, common.progress());
  }

  /** All that the counts depend on, a line each. */
  private List<String> identity(Counting counting, List<CorpusInput> inputs) throws IOException {
    var lines = new ArrayList<String>();
    options.parameters().forEach((name, value) -> lines.add(name + " " + value));
    lines.add("words " + Integer.toHexString(counting.vocabulary().hashCode()));
    lines.add("reading " + corpus.reading());
    inputs.forEach(input -> lines.add("text " + input.toMap()));
    return lines;
  }

  private static Map<String, Object> json(SkippedParts.Part part) {
    var map = new LinkedHashMap<String, Object>();
    map.put("file", part.file());
    map.put("offset", part.offset());
    map.put("reason", part.reason());
    return map;
  }

  /** Every thread holds a count for every pair, and two more are needed to add them up. */
  private static void requireMemory(Counting counting, int threads) {
    long pairs = (long) counting.vocabulary().nouns().size() * counting.vocabulary().verbs().size();
    long needed = pairs * Long.BYTES * (threads + 3);
    long allowed = Runtime.getRuntime().maxMemory();
    if (needed > allowed) {
      throw new InputException(
          ("%,d nouns x %,d verbs on %d threads need %,d MB where Java may use %,d MB. Count with"
                  + " fewer --threads, or a part of the nouns at a time, or give Java more:"
                  + " JAVA_TOOL_OPTIONS=-Xmx%dg")
              .formatted(
                  counting.vocabulary().nouns().size(),
                  counting.vocabulary().verbs().size(),
                  threads,
                  needed >> 20,
                  allowed >> 20,
                  (needed >> 30) + 2));
    }
  }
}
