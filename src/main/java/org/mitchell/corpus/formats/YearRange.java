package org.mitchell.corpus.formats;

import java.io.Serializable;

/** Years from {@code first} to {@code last}, both included. */
public record YearRange(int first, int last) implements Serializable {
  public static final YearRange ALL = new YearRange(Integer.MIN_VALUE, Integer.MAX_VALUE);

  public YearRange {
    if (first > last) {
      throw new IllegalArgumentException("no years from " + first + " to " + last);
    }
  }

  public boolean contains(int year) {
    return year >= first && year <= last;
  }
}
