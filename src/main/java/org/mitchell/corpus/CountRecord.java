package org.mitchell.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.provenance.Provenance;

/**
 * What made a table of counts, of pairs or of words; written beside it as JSON.
 *
 * @param provenance program, arguments and what was counted how
 * @param inputs what was read
 * @param skippedCount how many places were passed over
 * @param skipped the first of them: {@code file}, {@code offset}, {@code reason} each
 * @param seconds how long the counting took
 */
public record CountRecord(
    Provenance provenance,
    List<CorpusInput> inputs,
    long skippedCount,
    List<Map<String, Object>> skipped,
    double seconds) {
  public CountRecord {
    inputs = List.copyOf(inputs);
    skipped = List.copyOf(skipped);
  }

  /** The same of what was made of the counts, which depends on one more parameter. */
  public CountRecord with(String name, Object value) {
    return new CountRecord(provenance.with(name, value), inputs, skippedCount, skipped, seconds);
  }

  /** The same of what random numbers had a part in. */
  public CountRecord withSeed(long seed) {
    return new CountRecord(provenance.withSeed(seed), inputs, skippedCount, skipped, seconds);
  }

  /** The provenance with the inputs and what of them was passed over, for JSON. */
  public Map<String, Object> provenanceMap() {
    var map = new LinkedHashMap<>(provenance.toMap());
    map.put("inputs", inputs.stream().map(CorpusInput::toMap).toList());
    map.put("skippedCount", skippedCount);
    map.put("skipped", skipped);
    return map;
  }
}
