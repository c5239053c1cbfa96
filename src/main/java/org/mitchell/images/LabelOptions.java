package org.mitchell.images;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a table of labels is read.
 *
 * @param column the name of the column with the words; without it one that is called word,
 *     stimulus, trial_type, label or labels, in this order
 * @param within the part of a cell that is the word: the first group, or the whole match; the whole
 *     cell without it
 * @param encoding of tables that are not UTF-8
 */
public record LabelOptions(
    Optional<String> column, Optional<Pattern> within, Optional<Charset> encoding) {
  /** Columns by their usual names, whole cells. */
  public static final LabelOptions DEFAULT =
      new LabelOptions(Optional.empty(), Optional.empty(), Optional.empty());
}
