package org.mitchell.derivatives.contents;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a column of a table holds. */
public record Column(@JsonProperty("Description") String description) {}
