package org.mitchell.features;

import java.util.LinkedHashSet;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;

/** Reads which columns are wanted: {@code 1-218,220}. */
final class ColumnRanges {
  private static final Pattern RANGE =
      Pattern.compile("\\s*(\\d{1,9})\\s*(?:-\\s*(\\d{1,9})\\s*)?");

  private ColumnRanges() {}

  /** Column numbers from 0, in the order of the specification, which counts from 1. */
  static int[] parse(String spec, int count) {
    var columns = new LinkedHashSet<Integer>();
    for (String part : spec.split(",", -1)) {
      var range = RANGE.matcher(part);
      if (!range.matches()) {
        throw new InputException(
            "columns '"
                + spec
                + "': got '"
                + part
                + "' where a number or a range such as 1-218 is expected");
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (first < 1 || last > count || last < first) {
        throw new InputException(
            "columns '"
                + spec
                + "': got '"
                + part.strip()
                + "' where columns from 1 to "
                + count
                + " are expected (the word column is not counted)");
      }
      for (int column = first; column <= last; column++) {
        if (!columns.add(column - 1)) {
          throw new InputException("columns '" + spec + "': column " + column + " is named twice");
        }
      }
    }
    return columns.stream().mapToInt(column -> column).toArray();
  }
}
