package org.mitchell.corpus;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much text was read.
 *
 * <p>An n-gram of count c stands for c documents: its tokens and pairs count c times.
 *
 * @param documents documents with at least one token
 * @param tokens runs of letters
 * @param pairs ordered pairs of tokens that the windows reach, weighed as the counts are: what the
 *     counts would sum to if every token were a noun and a verb; at most {@link Long#MAX_VALUE}
 * @param bytes bytes of text, after inflation
 * @param malformed bytes among them that are not UTF-8 and were read as U+FFFD
 */
public record CorpusTotals(long documents, long tokens, long pairs, long bytes, long malformed) {
  /** Of no text, or of text that nobody measured. */
  public static final CorpusTotals NONE = new CorpusTotals(0, 0, 0, 0, 0);

  /** For JSON, in a fixed order. */
  public Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("documents", documents);
    map.put("tokens", tokens);
    map.put("pairs", pairs);
    map.put("bytes", bytes);
    map.put("malformedBytes", malformed);
    return map;
  }

  /** The totals of two texts together. */
  public CorpusTotals plus(CorpusTotals other) {
    return new CorpusTotals(
        documents + other.documents,
        tokens + other.tokens,
        saturatedSum(pairs, other.pairs),
        bytes + other.bytes,
        malformed + other.malformed);
  }

  /** The sum of two numbers from 0 up, {@link Long#MAX_VALUE} where it is larger. */
  public static long saturatedSum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
