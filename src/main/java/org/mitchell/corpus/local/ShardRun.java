package org.mitchell.corpus.local;

import java.io.IOException;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.DamagedContent;
import org.mitchell.corpus.formats.Piece;
import org.mitchell.corpus.formats.PieceReader;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.Shard;
import org.mitchell.corpus.formats.ShardNumber;
import org.mitchell.corpus.scan.Seam;
import org.mitchell.corpus.scan.Segment;

/** One shard under way: several threads take pieces of it in turn, and hand in their segments. */
final class ShardRun implements AutoCloseable {
  private final ShardNumber number;
  private final Shard shard;
  private final ReadingOptions options;
  private final int pieceSize;
  private final Damage damage;
  private final OrderedSegments segments;

  /** How many pieces an earlier run has counted. */
  private final int alreadyCounted;

  private PieceReader reader;
  private volatile int handedOut;
  private volatile boolean ended;
  private boolean completed;
  private long consumed;

  /**
   * @param segments of the pieces that an earlier run has counted
   */
  ShardRun(
      ShardNumber number,
      Shard shard,
      ReadingOptions options,
      int pieceSize,
      Damage damage,
      OrderedSegments segments) {
    this.number = number;
    this.shard = shard;
    this.options = options;
    this.pieceSize = pieceSize;
    this.damage = damage;
    this.segments = segments;
    this.alreadyCounted = segments.count();
  }

  /** Begins a shard, or goes on with it behind these segments. */
  interface Maker {
    ShardRun make(ShardNumber number, Shard shard, OrderedSegments segments);
  }

  ShardNumber number() {
    return number;
  }

  Shard shard() {
    return shard;
  }

  /** Whether all pieces have been handed out. */
  boolean hasEnded() {
    return ended;
  }

  /** What the pieces handed in so far make. */
  OrderedSegments segments() {
    return segments;
  }

  /** How a piece is known: its number from 0, and how many stored bytes were read to fill it. */
  record Taken(int number, long consumed) {}

  /** The number of no piece: nothing is left. */
  static final int NONE = -1;

  /** Fills {@code piece} with the next one, of {@link #NONE} where nothing is left. */
  synchronized Taken take(Piece piece) throws IOException {
    if (ended) {
      return new Taken(NONE, 0);
    }
    long before = consumed;
    int number = read(piece) ? handedOut++ : NONE;
    if (number == NONE) {
      ended = true;
      close();
    }
    return new Taken(number, consumed - before);
  }

  /** Hands in the segment of a piece; true when that makes the shard complete. */
  boolean add(int number, Segment segment, Seam seam) {
    synchronized (segments) {
      segments.add(number, segment, seam);
      return completes();
    }
  }

  /**
   * To be asked once more when a piece was {@link #NONE}: whether that makes the shard complete.
   */
  boolean completes() {
    synchronized (segments) {
      boolean now = ended && !completed && segments.count() == handedOut;
      completed |= now;
      return now;
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  private boolean read(Piece piece) throws IOException {
    if (reader == null) {
      reader = shard.open(options, pieceSize, more -> consumed += more);
      // What was damaged before these pieces was told of when they were counted.
      while (handedOut < alreadyCounted && next(piece, (source, offset, problem) -> {})) {
        handedOut++;
      }
    }
    return next(piece, damage);
  }

  private boolean next(Piece piece, Damage heard) throws IOException {
    while (true) {
      try {
        return reader.next(piece);
      } catch (DamagedContent e) {
        heard.found(shard.name(), e.offset(), e.getMessage());
      }
    }
  }
}
