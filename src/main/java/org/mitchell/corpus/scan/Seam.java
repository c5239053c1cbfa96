package org.mitchell.corpus.scan;

/**
 * Counts what spans the cuts of one text: joins neighbouring segments, in any grouping but in the
 * order of the text. Belongs to one thread.
 */
public final class Seam {
  private final KindCounts counts;
  private final PairRule pairs;

  Seam(PairRule pairs, KindCounts counts) {
    this.pairs = pairs;
    this.counts = counts;
  }

  /** The two as one, the second following the first. */
  public Segment join(Segment before, Segment after) {
    Stretch context = pairs.join(end(before), after.first());
    long document = documentEnd(before) + after.beforeDocumentEnd();
    if (before.bounded() && after.bounded()) {
      pairs.complete(context);
    }
    if (before.documentEnds() && after.documentEnds()) {
      completeDocument(document);
    }
    Stretch last = after.bounded() ? after.last() : context;
    long afterEnd = after.documentEnds() ? after.afterDocumentEnd() : document;
    return new Segment(
        before.bounded() || after.bounded(),
        before.bounded() ? before.first() : context,
        before.bounded() || after.bounded() ? last : Stretch.empty(),
        before.documentEnds() || after.documentEnds(),
        before.documentEnds() ? before.beforeDocumentEnd() : document,
        before.documentEnds() || after.documentEnds() ? afterEnd : 0);
  }

  /** The segment is a whole text: nothing comes before or after it. */
  public void complete(Segment text) {
    pairs.complete(text.first());
    completeDocument(text.beforeDocumentEnd());
    if (text.bounded()) {
      pairs.complete(text.last());
    }
    if (text.documentEnds()) {
      completeDocument(text.afterDocumentEnd());
    }
  }

  private void completeDocument(long tokens) {
    counts.addDocuments(tokens > 0 ? 1 : 0);
  }

  private static Stretch end(Segment segment) {
    return segment.bounded() ? segment.last() : segment.first();
  }

  private static long documentEnd(Segment segment) {
    return segment.documentEnds() ? segment.afterDocumentEnd() : segment.beforeDocumentEnd();
  }
}
