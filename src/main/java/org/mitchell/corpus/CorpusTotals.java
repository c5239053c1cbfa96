package org.mitchell.corpus;

/**
 * How much text was read.
 *
 * @param documents documents with at least one token
 * @param tokens runs of letters
 * @param bytes bytes of text, after inflation
 */
public record CorpusTotals(long documents, long tokens, long bytes) {
  /** Of no text, or of text that nobody measured. */
  public static final CorpusTotals NONE = new CorpusTotals(0, 0, 0);

  /** The totals of two texts together. */
  public CorpusTotals plus(CorpusTotals other) {
    return new CorpusTotals(
        documents + other.documents, tokens + other.tokens, bytes + other.bytes);
  }
}
