package org.mitchell.corpus.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.mitchell.files.Compression;

/**
 * A part of a source that is read from its beginning to its end: the stored bytes {@code from} ..
 * {@code to - 1}, or rather the words, lines, records or bzip2 streams that begin there.
 *
 * @param to {@link Long#MAX_VALUE} in the last shard of a source
 */
public record Shard(TextSource source, Layout layout, long from, long to) {

  /**
   * A source as shards in order.
   *
   * @param size of a shard in stored bytes, about
   */
  public static List<Shard> of(TextSource source, Layout layout, long size) {
    var shards = new ArrayList<Shard>();
    long from = 0;
    if (layout.isSplittable()) {
      long end = source.size().orElse(0);
      for (; end - from > size + size / 2; from += size) {
        shards.add(new Shard(source, layout, from, from + size));
      }
    }
    shards.add(new Shard(source, layout, from, Long.MAX_VALUE));
    return shards;
  }

  /**
   * Begins to read.
   *
   * @param options name what of a record is its text
   * @param pieceSize of a piece in bytes, about
   * @param consumed hears how many more stored bytes were read
   */
  public PieceReader open(ReadingOptions options, int pieceSize, LongConsumer consumed)
      throws IOException {
    var content = ShardContent.of(this, consumed);
    if (layout.format().isCut()) {
      return new CutPieces(this, content, pieceSize);
    }
    return layout.format() == CorpusFormat.WARC
        ? new WarcPieces(content, pieceSize)
        : new StreamedPieces(this, content, options, pieceSize);
  }

  /** What messages call it. */
  public String name() {
    boolean told = isFirst() || layout.compression() == Compression.NONE;
    return told ? source.name() : "%s from stored byte %,d".formatted(source.name(), from);
  }

  /** Whether the source begins with this shard. */
  boolean isFirst() {
    return from == 0;
  }

  boolean isLast() {
    return to == Long.MAX_VALUE;
  }
}
