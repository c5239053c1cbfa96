package org.mitchell.corpus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.Piece;
import org.mitchell.corpus.formats.PieceText;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.TextSource;
import org.mitchell.corpus.scan.Tally;
import org.mitchell.corpus.words.Frequencies;
import org.mitchell.corpus.words.WordCounter;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/** Counts every word of texts with all threads of one machine. */
public final class VocabularyEngine {
  private final ReadingOptions options;
  private final Damage damage;
  private final ShardPlan plan;

  public VocabularyEngine(ReadingOptions options, Damage damage) {
    this(options, damage, ShardPlan.USUAL);
  }

  VocabularyEngine(ReadingOptions options, Damage damage, ShardPlan plan) {
    this.options = options;
    this.damage = damage;
    this.plan = plan;
  }

  /**
   * Reads all the texts once, and adds their words to what has been counted.
   *
   * @param progress hears of stored bytes
   * @throws org.mitchell.files.InputException if a text cannot be read to its end and damage is not
   *     passed over
   */
  public void count(
      List<? extends TextSource> texts, Frequencies frequencies, Workers workers, Progress progress)
      throws IOException {
    progress.begin("count", "bytes", ShardPlan.size(texts));
    var beginning = RunState.beginning(new Tally(0, 0));
    try (var queue = plan.queue(plan.shards(texts, options), options, beginning, damage)) {
      workers.forEach(workers.threads(), thread -> work(queue, frequencies.newCounter(), progress));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      progress.end();
    }
  }

  private void work(ShardQueue queue, WordCounter words, Progress progress) {
    var texts = new EnumMap<CorpusFormat, PieceText>(CorpusFormat.class);
    var piece = new Piece();
    queue.workThrough(shard -> countShard(queue, shard, piece, texts, words, progress));
  }

  private void countShard(
      ShardQueue queue,
      ShardRun shard,
      Piece piece,
      Map<CorpusFormat, PieceText> texts,
      WordCounter words,
      Progress progress)
      throws IOException {
    var text =
        texts.computeIfAbsent(
            shard.shard().layout().format(), format -> PieceText.of(format, options, damage));
    for (var taken = shard.take(piece);
        taken.number() != ShardRun.NONE && !queue.isStopped();
        taken = shard.take(piece)) {
      text.read(piece, shard.shard().name(), words);
      words.times(1);
      progress.advance(taken.consumed());
    }
  }
}
