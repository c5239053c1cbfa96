package org.mitchell.derivatives.contents;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/**
 * The JSON beside a table of pairs of held-out words, which nothing reads.
 *
 * @param columns of the table, by name
 * @param about whose it is, and what made it
 */
public record PairSidecar(
    @JsonProperty("Description") String description,
    @JsonAnyGetter Map<String, Column> columns,
    @JsonUnwrapped About about) {
  public PairSidecar {
    columns = Others.kept(columns);
  }
}
