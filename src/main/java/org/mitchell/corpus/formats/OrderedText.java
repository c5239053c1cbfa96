package org.mitchell.corpus.formats;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import org.mitchell.corpus.scan.TextSink;

/** Reads texts from their beginning to their end, in their order, by one thread. */
public final class OrderedText {
  /** Pieces that stay in a core's cache. */
  private static final int PIECE = 1 << 20;

  private final ReadingOptions options;
  private final Damage damage;

  /**
   * @param damage hears of what cannot be read
   */
  public OrderedText(ReadingOptions options, Damage damage) {
    this.options = options;
    this.damage = damage;
  }

  /**
   * Hands on the text of all sources; each ends with the end of a document.
   *
   * @param consumed hears how many more stored bytes were read
   * @throws org.mitchell.files.InputException if one cannot be read to its end and damage is not
   *     passed over
   */
  public void read(List<? extends TextSource> sources, TextSink sink, LongConsumer consumed)
      throws IOException {
    for (var source : sources) {
      for (var shard : Shard.of(source, Layout.of(source, options), Long.MAX_VALUE / 2)) {
        read(shard, sink, consumed);
      }
      sink.endDocument();
    }
  }

  private void read(Shard shard, TextSink sink, LongConsumer consumed) throws IOException {
    var text = PieceText.of(shard.layout().format(), options, damage);
    var piece = new Piece();
    try (var reader = shard.open(options, PIECE, consumed)) {
      while (next(reader, piece, shard)) {
        if (piece.isAfterGap()) {
          sink.endDocument(); // nobody knows how many tokens are missing
        }
        text.read(piece, shard.name(), sink);
        sink.times(1);
      }
    }
  }

  private boolean next(PieceReader reader, Piece piece, Shard shard) throws IOException {
    while (true) {
      try {
        return reader.next(piece);
      } catch (DamagedContent e) {
        damage.found(shard.name(), e.offset(), e.getMessage());
      }
    }
  }
}
