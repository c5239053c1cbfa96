package org.mitchell.corpus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.FormatCounter;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.TextSource;
import org.mitchell.corpus.scan.Tally;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Counts co-occurrences in texts with all threads of one machine; the counts are the same for any
 * number of threads.
 *
 * <p>Each thread takes a shard of its own while there are untouched ones, then helps with those
 * still under way: so many files are read side by side, and one big file occupies all threads.
 * Memory is one piece a thread, however long the text.
 */
public final class LocalEngine {
  private final Counting counting;
  private final ReadingOptions options;
  private final Damage damage;
  private final ShardPlan plan;

  /** An engine that reads as {@code options} say and tells {@code damage} what it cannot read. */
  public LocalEngine(Counting counting, ReadingOptions options, Damage damage) {
    this(counting, options, damage, ShardPlan.USUAL);
  }

  LocalEngine(Counting counting, ReadingOptions options, Damage damage, ShardPlan plan) {
    this.counting = counting;
    this.options = options;
    this.damage = damage;
    this.plan = plan;
  }

  /**
   * Reads all the texts once.
   *
   * @param progress hears of stored bytes
   * @throws org.mitchell.files.InputException if a text cannot be read to its end and damage is not
   *     passed over; the message names it and the place
   * @throws IOException if the machine fails
   */
  public Cooccurrences count(List<? extends TextSource> texts, Workers workers, Progress progress)
      throws IOException {
    var start = RunState.beginning(newTally());
    return count(texts, start, Optional.empty(), workers, progress);
  }

  /**
   * As above, keeping in a file where the counting stands.
   *
   * @param resume whether to go on where the file says that an earlier run was
   */
  public Cooccurrences count(
      List<? extends TextSource> texts,
      CheckpointFile checkpoint,
      boolean resume,
      Workers workers,
      Progress progress)
      throws IOException {
    var start = resume ? checkpoint.resume(newTally()) : Optional.<RunState>empty();
    return count(
        texts,
        start.orElse(RunState.beginning(newTally())),
        Optional.of(checkpoint),
        workers,
        progress);
  }

  private Cooccurrences count(
      List<? extends TextSource> texts,
      RunState start,
      Optional<CheckpointFile> checkpoint,
      Workers workers,
      Progress progress)
      throws IOException {
    progress.begin("count", "bytes", ShardPlan.size(texts));
    try (var queue = plan.queue(plan.shards(texts, options), options, start, damage)) {
      var run =
          new Run(
              queue,
              start,
              this::newTally,
              () -> new ThreadCounters(this::newCounter),
              checkpoint,
              progress);
      workers.forEach(workers.threads(), thread -> run.work());
      return run.total().cooccurrences(counting.vocabulary());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      progress.end();
    }
  }

  private Tally newTally() {
    return new Tally(counting.vocabulary());
  }

  private FormatCounter newCounter(CorpusFormat format) {
    return new FormatCounter(counting, format, options, damage);
  }
}
