package org.mitchell.corpus.formats;

import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts the content of a shard into pieces at the cut places of its format.
 *
 * <p>A shard has what begins at its first cut place (the beginning of the source has none before
 * it) and ends at the first cut place behind its end: so shards that follow each other lose nothing
 * and share nothing, wherever their bounds are.
 *
 * <p>Content without cut places is held up to a limit; running text is then cut anywhere, other
 * content is refused.
 */
final class CutPieces implements PieceReader {
  private final ShardContent content;
  private final CutRule cuts;
  private final int size;
  private final long firstOffset;

  /** What was read and not handed out yet, and where in the content it begins. */
  private byte[] rest = new byte[0];

  private long restOffset;

  /** Whether the beginning is the previous shard's. */
  private boolean startsWithin;

  private boolean ended;
  private DamagedContent damage;

  CutPieces(Shard shard, ShardContent content, int size) {
    this.content = content;
    this.cuts = CutRule.of(shard.layout().format());
    this.size = size;
    this.startsWithin = !shard.isFirst();
    this.firstOffset = shard.layout().compression() == Compression.NONE ? shard.from() : 0;
  }

  @Override
  public boolean next(Piece piece) throws IOException {
    if (startsWithin) {
      startsWithin = false;
      skipToFirstCut(piece);
    }
    if (damage != null) {
      throw damage;
    }
    if (ended) {
      return false;
    }
    fill(piece);
    if (damage != null && piece.length() == 0) {
      throw damage;
    }
    return piece.length() > 0;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private void skipToFirstCut(Piece piece) throws IOException {
    int length = 0;
    int cut = -1;
    while (cut < 0) {
      byte[] buffer = piece.withRoom(length + size);
      int count = content.read(buffer, length, size);
      if (count < 0) {
        ended = true;
        return;
      }
      length += count;
      cut = cuts.first(buffer, 1, length);
      if (cut < 0 && length > CutRule.LONGEST_MARK) {
        int kept = CutRule.LONGEST_MARK;
        System.arraycopy(buffer, length - kept, buffer, 0, kept);
        restOffset += length - kept;
        length = kept;
      }
    }
    ended = restOffset + cut > content.end();
    keep(piece.buffer(), cut, length);
  }

  private void fill(Piece piece) throws IOException {
    piece.clear(firstOffset + restOffset);
    int wanted = Math.max(size, rest.length + 1);
    byte[] buffer = piece.withRoom(wanted);
    System.arraycopy(rest, 0, buffer, 0, rest.length);
    int length = rest.length;
    while (true) {
      int cut = cut(buffer, length, wanted);
      if (cut > 0) {
        handOut(piece, cut, length);
        return;
      }
      if (length >= cuts.largest()) {
        cutAnywhere(piece, length);
        return;
      }
      if (length >= wanted) {
        wanted = Math.min(2 * length, cuts.largest());
        buffer = piece.withRoom(wanted);
      }
      int count = read(buffer, length, wanted - length);
      if (count < 0) {
        end(piece, length);
        return;
      }
      length += count;
    }
  }

  /** Where to cut what is there, or -1 if more is wanted first. */
  private int cut(byte[] buffer, int length, int wanted) {
    if (content.isPastEnd()) {
      int end = (int) Math.max(0, content.end() - restOffset);
      int cut = cuts.first(buffer, end + 1, length);
      ended = cut > 0;
      return cut;
    }
    return length < wanted ? -1 : cuts.last(buffer, length);
  }

  private int read(byte[] buffer, int from, int length) throws IOException {
    try {
      return content.read(buffer, from, length);
    } catch (DamagedContent e) {
      damage = e;
      return -1;
    }
  }

  /** The source ends, or cannot be read on: then a word or record under way is not counted. */
  private void end(Piece piece, int length) {
    ended = true;
    handOut(
        piece, damage == null ? length : Math.max(0, cuts.last(piece.buffer(), length)), length);
    piece.setLast(damage == null);
  }

  private void cutAnywhere(Piece piece, int length) {
    if (cuts == CutRule.WORDS) {
      handOut(piece, length - 1, length);
    } else {
      ended = true;
      damage =
          new DamagedContent(
              restOffset,
              "no line or record ends within %,d bytes. Is this another format? Name it with --format"
                  .formatted(length),
              null);
    }
  }

  private void handOut(Piece piece, int cut, int length) {
    piece.setLength(cut);
    keep(piece.buffer(), cut, length);
  }

  private void keep(byte[] buffer, int from, int length) {
    rest = Arrays.copyOfRange(buffer, from, length);
    restOffset += from;
  }
}
