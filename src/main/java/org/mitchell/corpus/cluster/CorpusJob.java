package org.mitchell.corpus.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.FormatCounter;
import org.mitchell.corpus.formats.Layout;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.Shard;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.scan.Segment;
import org.mitchell.corpus.scan.Tally;

/** Counting a corpus as a job for a cluster, and what its result says. */
public final class CorpusJob {
  private static final long SHARD = 1L << 26;

  private final Counting counting;
  private final ReadingOptions options;
  private final List<Layout> layouts = new ArrayList<>();
  private final ShardedJob<TextShards, PartialCounts> job;

  /**
   * Looks at the beginning of every file to see how it is stored.
   *
   * @param files as every machine of the cluster sees them, by absolute paths
   * @param skipDamage whether damage is passed over and listed; otherwise it ends the job
   */
  public CorpusJob(
      Counting counting, ReadingOptions options, boolean skipDamage, List<CorpusFile> files)
      throws IOException {
    this(counting, options, skipDamage, files, SHARD);
  }

  /**
   * As above.
   *
   * @param shardSize how many stored bytes make a task, about, where a file can be split
   */
  public CorpusJob(
      Counting counting,
      ReadingOptions options,
      boolean skipDamage,
      List<CorpusFile> files,
      long shardSize)
      throws IOException {
    this.counting = counting;
    this.options = options;
    var shards = new ArrayList<TextShard>();
    for (int text = 0; text < files.size(); text++) {
      var file = files.get(text);
      layouts.add(Layout.of(file, options));
      int number = 0;
      for (var shard : Shard.of(file, layouts.get(text), shardSize)) {
        shards.add(textShard(text, number++, shard));
      }
    }
    job =
        new ShardedJob<>(
            grouped(shards, shardSize), new TextShardCounter(counting, options, skipDamage));
  }

  /** The work. */
  public ShardedJob<TextShards, PartialCounts> job() {
    return job;
  }

  /**
   * The counts of the whole corpus.
   *
   * @param skipped takes over what was passed over
   */
  public Cooccurrences counts(PartialCounts parts, SkippedParts skipped) {
    var total = new Tally(counting.vocabulary());
    total.add(parts.tally());
    var texts = new TreeMap<Integer, Segment>();
    var counters = new TreeMap<CorpusFormat, FormatCounter>();
    parts
        .segments()
        .forEach(
            (number, segment) -> {
              var seam = counter(number.text(), counters).seam();
              texts.merge(number.text(), segment, seam::join);
            });
    texts.forEach((text, segment) -> counter(text, counters).seam().complete(segment));
    counters.values().forEach(counter -> counter.addTo(total));
    skipped.add(parts.skippedCount(), parts.skipped());
    return total.cooccurrences(counting.vocabulary());
  }

  private FormatCounter counter(int text, TreeMap<CorpusFormat, FormatCounter> counters) {
    return counters.computeIfAbsent(
        layouts.get(text).format(),
        format -> new FormatCounter(counting, format, options, Damage.FAIL));
  }

  private static TextShard textShard(int text, int number, Shard shard) {
    return new TextShard(
        text,
        number,
        shard.source().name(),
        shard.source().size().orElse(-1),
        shard.layout(),
        shard.from(),
        shard.to());
  }

  /** Small shards together, so that a corpus of many small files has few tasks. */
  private static List<TextShards> grouped(List<TextShard> shards, long size) {
    var groups = new ArrayList<TextShards>();
    var group = new ArrayList<TextShard>();
    long sum = 0;
    for (var shard : shards) {
      group.add(shard);
      sum += Math.min(shard.to(), shard.size()) - shard.from();
      if (sum >= size / 2) {
        groups.add(new TextShards(group));
        group.clear();
        sum = 0;
      }
    }
    if (!group.isEmpty()) {
      groups.add(new TextShards(group));
    }
    return groups;
  }
}
