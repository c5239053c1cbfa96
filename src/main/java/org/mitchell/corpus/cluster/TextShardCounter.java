package org.mitchell.corpus.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.DamagedContent;
import org.mitchell.corpus.formats.FormatCounter;
import org.mitchell.corpus.formats.Piece;
import org.mitchell.corpus.formats.PieceReader;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.ShardNumber;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.formats.YearRange;
import org.mitchell.corpus.scan.Segment;
import org.mitchell.corpus.scan.Tally;

/** Counts shards of texts, with the same core as the engine of one machine. */
final class TextShardCounter implements ShardCounter<TextShards, PartialCounts> {
  private static final long serialVersionUID = 1L;
  private static final int PIECE = 1 << 20;

  private final Counting counting;
  private final String textField;
  private final boolean tagged;
  private final YearRange years;
  private final boolean skipDamage;

  /**
   * @param skipDamage whether damage is passed over and listed
   */
  TextShardCounter(Counting counting, ReadingOptions options, boolean skipDamage) {
    this.counting = counting;
    this.textField = options.textField();
    this.tagged = options.tagged();
    this.years = options.years();
    this.skipDamage = skipDamage;
  }

  @Override
  public PartialCounts none() {
    return new PartialCounts(new Tally(counting.vocabulary()), new TreeMap<>(), List.of(), 0);
  }

  @Override
  public PartialCounts count(Iterator<TextShards> groups) {
    var skipped = new SkippedParts();
    var counters = new EnumMap<CorpusFormat, FormatCounter>(CorpusFormat.class);
    var segments = new TreeMap<ShardNumber, Segment>();
    while (groups.hasNext()) {
      for (var shard : groups.next().shards()) {
        var place = new ShardNumber(shard.text(), shard.number());
        segments.put(place, count(shard, counters, skipDamage ? skipped : Damage.FAIL));
      }
    }
    var tally = new Tally(counting.vocabulary());
    counters.values().forEach(counter -> counter.addTo(tally));
    return new PartialCounts(tally, segments, skipped.parts(), skipped.count());
  }

  @Override
  public PartialCounts plus(PartialCounts one, PartialCounts other) {
    return one.plus(other);
  }

  private Segment count(TextShard shard, Map<CorpusFormat, FormatCounter> counters, Damage damage) {
    var options =
        new ReadingOptions(Optional.of(shard.layout().format()), textField, tagged, years);
    var counter =
        counters.computeIfAbsent(
            shard.layout().format(),
            format -> new FormatCounter(counting, format, options, damage));
    var joined = Segment.empty();
    var piece = new Piece();
    String name = shard.name();
    try (var reader = shard.here().open(options, PIECE, bytes -> {})) {
      while (next(reader, piece, name, damage)) {
        joined = counter.seam().join(joined, counter.count(piece, name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return joined;
  }

  /** Fills the piece with what comes next behind any damage; false where nothing is left. */
  private static boolean next(PieceReader reader, Piece piece, String name, Damage damage)
      throws IOException {
    while (true) {
      try {
        return reader.next(piece);
      } catch (DamagedContent e) {
        damage.found(name, e.offset(), e.getMessage());
      }
    }
  }
}
