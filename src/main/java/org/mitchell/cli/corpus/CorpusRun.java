package org.mitchell.cli.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.cli.options.Checkpointing;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.UsageException;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.CorpusInput;
import org.mitchell.corpus.CountRecord;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.local.CheckpointFile;
import org.mitchell.corpus.local.LocalEngine;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Heap;
import org.mitchell.jobs.Workers;
import org.mitchell.text.Counted;

/** Counting texts on this machine, and the record of it. */
public final class CorpusRun {
  private final CorpusOptions corpus;
  private final CountingOptions options;
  private final CommonOptions common;
  private final List<String> commandLine;
  private final Outputs outputs;

  /**
   * @param outputs must not replace what is read
   */
  public CorpusRun(
      CorpusOptions corpus,
      CountingOptions options,
      CommonOptions common,
      List<String> commandLine,
      Outputs outputs) {
    this.corpus = corpus;
    this.options = options;
    this.common = common;
    this.commandLine = commandLine;
    this.outputs = outputs;
  }

  /** Counts, and what made them. */
  public record Outcome(Cooccurrences counts, CountRecord record) {
    /** Says how much was read. */
    public void print(CommonOptions common) {
      var totals = counts.totals();
      CorpusOptions.printFormats(common, record.inputs());
      common.print(
          "%s, %s, %,d bytes of text in %.1f s"
              .formatted(
                  Counted.of(totals.documents(), "document"),
                  Counted.of(totals.tokens(), "token"),
                  totals.bytes(),
                  record.seconds()));
      CorpusOptions.printMalformed(common, totals.malformed());
    }
  }

  /** Counts without keeping a state. */
  public Outcome count(Workers workers) throws IOException {
    return count(Optional.empty(), workers);
  }

  /** Counts, keeping a state that goes once the counts are there. */
  Outcome count(Checkpointing checkpointing, Workers workers) throws IOException {
    return count(Optional.of(checkpointing), workers);
  }

  /** Has a cluster count. */
  Outcome count(SparkCount spark) throws IOException {
    return timed((counting, record) -> spark.count(counting, record.sources()));
  }

  private Outcome count(Optional<Checkpointing> checkpointing, Workers workers) throws IOException {
    return timed(
        (counting, record) -> {
          requireMemory(counting, workers.threads());
          var engine = new LocalEngine(counting, corpus.reading(), corpus.damage());
          return checkpointing.isEmpty()
              ? engine.count(record.sources(), workers, common.progress())
              : resumable(checkpointing.get(), engine, counting, record, workers);
        });
  }

  /** What counts. */
  private interface Engine {
    Cooccurrences count(Counting counting, CorpusRecord record) throws IOException;
  }

  private Outcome timed(Engine engine) throws IOException {
    outputs.requireNot(options.files());
    var counting = options.counting(corpus.wordLists(common), corpus.language());
    var parameters = options.parameters(corpus.language());
    var record = new CorpusRecord(corpus, commandLine, parameters, outputs);
    var counts = engine.count(counting, record);
    corpus.requireEncoding(counts.totals().malformed(), counts.totals().bytes());
    return new Outcome(counts, record.end());
  }

  private Cooccurrences resumable(
      Checkpointing checkpointing,
      LocalEngine engine,
      Counting counting,
      CorpusRecord record,
      Workers workers)
      throws IOException {
    var file =
        new CheckpointFile(
            checkpointing.file(),
            checkpointing.every(),
            identity(counting, record.inputs()),
            corpus.skipped());
    if (checkpointing.resume()
        && record.sources().stream().anyMatch(source -> source.size().isEmpty())) {
      throw new UsageException("--resume: a pipe cannot be read a second time");
    }
    checkpointing.say(file.exists(), "counting", common);
    return engine.count(record.sources(), file, checkpointing.resume(), workers, common.progress());
  }

  /** All that the counts depend on, a line each. */
  private List<String> identity(Counting counting, List<CorpusInput> inputs) throws IOException {
    var lines = new ArrayList<String>();
    options.parameters(corpus.language()).forEach((name, value) -> lines.add(name + " " + value));
    lines.add("words " + Integer.toHexString(counting.vocabulary().hashCode()));
    lines.add("language " + corpus.language().label());
    lines.add("reading " + corpus.reading());
    inputs.forEach(input -> lines.add("text " + input.toMap()));
    return lines;
  }

  /** Every thread holds four bytes for every pair, and three sums are needed to add them up. */
  private static void requireMemory(Counting counting, int threads) {
    long pairs = (long) counting.vocabulary().nouns().size() * counting.vocabulary().verbs().size();
    long needed = pairs * (Integer.BYTES * threads + 3L * Long.BYTES);
    long allowed = Heap.allowed();
    if (needed > allowed) {
      throw new InputException(
          ("%s x %s on %s need %,d MB where Java may use %,d MB. Count with"
                  + " fewer --threads, or a part of the nouns at a time, or give Java more:"
                  + " %s")
              .formatted(
                  Counted.of(counting.vocabulary().nouns().size(), "noun"),
                  Counted.of(counting.vocabulary().verbs().size(), "verb"),
                  Counted.of(threads, "thread"),
                  needed >> 20,
                  allowed >> 20,
                  Heap.setting(needed)));
    }
  }
}
