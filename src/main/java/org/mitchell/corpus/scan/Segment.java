package org.mitchell.corpus.scan;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a piece of text, cut anywhere between two tokens, leaves to be settled with its neighbours;
 * everything else about the piece is in the tally of the counter that read it.
 *
 * @param bounded whether a context ends inside the piece
 * @param first the stretch up to the first such end; the whole piece where there is none
 * @param last the stretch after the last such end; empty where there is none
 * @param documentEnds whether a document ends inside the piece
 * @param beforeDocumentEnd tokens up to the first such end; all where there is none
 * @param afterDocumentEnd tokens after the last such end; 0 where there is none
 */
public record Segment(
    boolean bounded,
    Stretch first,
    Stretch last,
    boolean documentEnds,
    long beforeDocumentEnd,
    long afterDocumentEnd) {

  /** Of no text. */
  public static Segment empty() {
    return new Segment(false, Stretch.empty(), Stretch.empty(), false, 0, 0);
  }

  /** Writes the segment, to be read back by {@link #readFrom}. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeBoolean(bounded);
    first.writeTo(out);
    last.writeTo(out);
    out.writeBoolean(documentEnds);
    out.writeLong(beforeDocumentEnd);
    out.writeLong(afterDocumentEnd);
  }

  /** A segment written by {@link #writeTo}. */
  public static Segment readFrom(DataInput in) throws IOException {
    return new Segment(
        in.readBoolean(),
        Stretch.readFrom(in),
        Stretch.readFrom(in),
        in.readBoolean(),
        in.readLong(),
        in.readLong());
  }
}
