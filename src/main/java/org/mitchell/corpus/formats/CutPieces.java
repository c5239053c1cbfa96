package org.mitchell.corpus.formats;

import java.io.IOException;
import java.util.Arrays;
import org.mitchell.files.Compression;
import org.mitchell.files.Remedy;

/**
 * Cuts the content of a shard into pieces at the cut places of its format.
 *
 * <p>A shard has what begins at its first cut place (the beginning of the source has none before
 * it) and ends at the first cut place behind its end: so shards that follow each other lose nothing
 * and share nothing, wherever their bounds are. Both bounds are taken as many bytes later as a cut
 * place is told by bytes before it, since the second shard has not read those before its beginning.
 *
 * <p>Content without cut places is held up to a limit; running text is then cut between two words
 * that no white space separates, other content is refused.
 */
final class CutPieces implements PieceReader {
  private final ShardContent content;
  private final CutRule cuts;

  /** How much of what has no cut place in it may matter for one behind it. */
  private final int kept;

  private final DumpHead dump;
  private final int size;
  private final long firstOffset;

  /** What was read and not handed out yet, and where in the content it begins. */
  private byte[] rest = new byte[0];

  private long restOffset;

  /** Whether the beginning is the previous shard's. */
  private boolean startsWithin;

  private boolean ended;

  /** What next to throw; the content is then to go on at the first cut place behind it. */
  private DamagedContent damage;

  /** Whether damage was thrown and no piece has been handed out since. */
  private boolean afterGap;

  CutPieces(Shard shard, ShardContent content, int size) {
    this.content = content;
    this.cuts = CutRule.of(shard.layout().format());
    this.kept = CutRule.LONGEST_MARK + cuts.back();
    this.dump = shard.layout().dump();
    this.size = size;
    this.startsWithin = !shard.isFirst();
    this.firstOffset = shard.layout().compression() == Compression.NONE ? shard.from() : 0;
  }

  @Override
  public boolean next(Piece piece) throws IOException {
    piece.clear(firstOffset + restOffset);
    piece.setDump(dump);
    if (startsWithin && damage == null && !ended) {
      skipToFirstCut(piece);
    }
    if (!startsWithin && !ended) {
      fill(piece);
    }
    if (piece.length() == 0 && damage != null) {
      var found = damage;
      damage = null;
      afterGap = true;
      throw found;
    }
    if (afterGap) {
      afterGap = false;
      piece.setAfterGap();
      return true; // be it empty: then the gap is before the next shard
    }
    return piece.length() > 0;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private void skipToFirstCut(Piece piece) throws IOException {
    byte[] buffer = piece.withRoom(Math.max(rest.length, kept) + size);
    System.arraycopy(rest, 0, buffer, 0, rest.length);
    int length = rest.length;
    int cut = cuts.first(buffer, 1 + cuts.back(), length);
    while (cut < 0) {
      int keptHere = Math.min(length, kept);
      System.arraycopy(buffer, length - keptHere, buffer, 0, keptHere);
      restOffset += length - keptHere;
      int count = read(buffer, keptHere, size);
      if (count < 0) {
        return;
      }
      length = keptHere + count;
      cut = cuts.first(buffer, 1 + cuts.back(), length);
    }
    startsWithin = false;
    ended = restOffset + cut - cuts.back() > content.end();
    keep(buffer, cut, length);
  }

  private void fill(Piece piece) throws IOException {
    piece.clear(firstOffset + restOffset);
    int wanted = Math.max(size, rest.length + 1);
    byte[] buffer = piece.withRoom(wanted);
    System.arraycopy(rest, 0, buffer, 0, rest.length);
    int length = rest.length;
    int searched = 0;
    while (true) {
      int cut = cut(buffer, searched, length, wanted);
      if (cut > 0) {
        handOut(piece, cut, length);
        return;
      }
      searched = length;
      if (length >= cuts.largest()) {
        cutWhereNoneIs(piece, length);
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
  private int cut(byte[] buffer, int searched, int length, int wanted) {
    if (content.isPastEnd()) {
      int end = (int) Math.max(0, content.end() + cuts.back() - restOffset);
      int from = Math.max(end, searched - CutRule.LONGEST_MARK) + 1;
      int cut = cuts.first(buffer, from, length);
      ended = cut > 0;
      return cut;
    }
    return length < wanted ? -1 : cuts.last(buffer, length);
  }

  /** As of the content; but -1 where that is damaged, too. */
  private int read(byte[] buffer, int from, int length) throws IOException {
    try {
      int count = content.read(buffer, from, length);
      ended = count < 0;
      return count;
    } catch (DamagedContent e) {
      // Behind the shard's end it is another shard's, which will tell of it.
      ended = content.isPastEnd();
      damage = ended ? null : e;
      startsWithin = true;
      restOffset = content.offset();
      rest = new byte[0];
      return -1;
    }
  }

  /** The source ends, or cannot be read on: then a word or record under way is not counted. */
  private void end(Piece piece, int length) {
    if (startsWithin) {
      boolean whole = cuts.isWhole(piece.buffer(), length);
      piece.setLength(whole ? length : Math.max(0, cuts.last(piece.buffer(), length)));
    } else {
      piece.setLength(length);
      piece.setLast(true);
    }
  }

  /** So much without a cut place is refused, unless places do not matter. */
  private void cutWhereNoneIs(Piece piece, int length) {
    boolean words = cuts == CutRule.WORDS;
    int cut =
        words
            ? CutRule.lastBetweenWords(piece.buffer(), length)
            : cuts.last(piece.buffer(), length);
    if (cut > 0) {
      handOut(piece, cut, length);
      return;
    }
    damage =
        new DamagedContent(
            firstOffset + restOffset,
            "no line or record ends within %,d bytes. %s"
                .formatted(length, Remedy.OTHER_FORMAT.words()),
            null);
    startsWithin = true;
    keep(piece.buffer(), length - kept, length);
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
