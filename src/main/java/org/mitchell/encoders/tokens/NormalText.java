package org.mitchell.encoders.tokens;

import java.util.Arrays;

/** Code points, and where each comes from in the text as it was. */
final class NormalText {
  private int[] points = new int[64];
  private int[] from = new int[64];
  private int[] to = new int[64];
  private int length;

  /** The text from {@code from} up to {@code to} as it is. */
  static NormalText of(String text, int from, int to) {
    var same = new NormalText();
    for (int i = from, next; i < to; i = next) {
      next = i + Character.charCount(text.codePointAt(i));
      same.add(text.codePointAt(i), i, next);
    }
    return same;
  }

  void add(int point, int begins, int ends) {
    if (length == points.length) {
      points = Arrays.copyOf(points, 2 * length);
      from = Arrays.copyOf(from, 2 * length);
      to = Arrays.copyOf(to, 2 * length);
    }
    points[length] = point;
    from[length] = begins;
    to[length++] = ends;
  }

  int length() {
    return length;
  }

  int point(int place) {
    return points[place];
  }

  String part(int first, int last) {
    return new String(points, first, last - first);
  }

  int from(int place) {
    return from[place];
  }

  int to(int place) {
    return to[place];
  }
}
