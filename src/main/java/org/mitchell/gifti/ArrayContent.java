package org.mitchell.gifti;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decodes the text of a {@code Data} element. */
final class ArrayContent {
  private ArrayContent() {}

  /**
   * The values, row by row.
   *
   * @throws Damage if the text is not what the form says
   */
  static double[] decode(ArrayForm form, String text) {
    double[] stored =
        switch (form.encoding()) {
          case ASCII -> ascii(form, text);
          case BASE64 -> binary(form, base64(text));
          case DEFLATED_BASE64 -> binary(form, inflated(form, base64(text)));
        };
    return form.columnMajor() ? rowByRow(stored, form.dims()) : stored;
  }

  private static double[] ascii(ArrayForm form, String text) {
    var words = new StringTokenizer(text);
    // Counted first: what a header claims is not allocated before it is there.
    requireCount(words.countTokens(), form.count(), "numbers");
    var values = new double[form.count()];
    for (int i = 0; i < values.length; i++) {
      String word = words.nextToken();
      values[i] = number(word);
    }
    return values;
  }

  private static double number(String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      return switch (word.toLowerCase(Locale.ROOT)) {
        case "nan", "-nan" -> Double.NaN;
        case "inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        default -> throw new Damage("'" + word + "' where a number is expected");
      };
    }
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s+", ""));
    } catch (IllegalArgumentException e) {
      throw new Damage("the data are not base64");
    }
  }

  /** Inflates no more than the form says there is, however much would come. */
  private static byte[] inflated(ArrayForm form, byte[] deflated) {
    var inflater = new Inflater();
    try {
      inflater.setInput(deflated);
      // Deflate makes content at most about 1,032 times smaller.
      requireCount(
          Math.min(form.bytes(), 1_100L * deflated.length + 1_100), form.bytes(), "bytes at most");
      var bytes = new byte[form.bytes() + 1];
      int length = 0;
      while (length < bytes.length && !inflater.finished()) {
        int n = inflater.inflate(bytes, length, bytes.length - length);
        if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          break;
        }
        length += n;
      }
      requireCount(length, form.bytes(), "bytes");
      if (!inflater.finished()) {
        throw new Damage("the compressed data end early");
      }
      return Arrays.copyOf(bytes, length);
    } catch (DataFormatException e) {
      throw new Damage("the compressed data are damaged");
    } finally {
      inflater.end();
    }
  }

  private static double[] binary(ArrayForm form, byte[] bytes) {
    requireCount(bytes.length, form.bytes(), "bytes");
    var data = ByteBuffer.wrap(bytes).order(form.order());
    var values = new double[form.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = form.type().get(data, i);
    }
    return values;
  }

  private static void requireCount(long got, long expected, String what) {
    if (got != expected) {
      throw new Damage("%,d %s where %,d are declared".formatted(got, what, expected));
    }
  }

  /** Values whose first index runs fastest, put into the order in which the last one does. */
  private static double[] rowByRow(double[] stored, int[] dims) {
    var values = new double[stored.length];
    var index = new int[dims.length];
    for (int to = 0; to < values.length; to++) {
      int from = 0;
      for (int d = dims.length - 1; d >= 0; d--) {
        from = from * dims[d] + index[d];
      }
      values[to] = stored[from];
      for (int d = dims.length - 1; d >= 0 && ++index[d] == dims[d]; d--) {
        index[d] = 0;
      }
    }
    return values;
  }
}
