package org.mitchell.vectors.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.text.Counted;

/** Tells by its beginning how a file holds vectors. */
final class FormatFinder {
  private static final int LOOKED_AT = 1 << 18;
  private static final int LINES = 60;
  private static final int LARGEST_SIZE = 1 << 20;

  /** Of ten lines so many must be rows. */
  private static final int ROWS_OF_TEN = 8;

  private static final Pattern COUNTS = Pattern.compile("\\A(\\d{1,12})[ \t](\\d{1,9}) ?\r?\n");
  private static final String CONCEPT = "/c/";

  private final Path path;
  private final byte[] head;
  private final boolean whole;

  FormatFinder(Path path) throws IOException {
    this.path = path;
    try (var stream = InputFiles.open(path)) {
      this.head = stream.readNBytes(LOOKED_AT);
    }
    this.whole = head.length < LOOKED_AT;
  }

  VectorFile find() throws IOException {
    OtherFile.refuse(path, head);
    if (FastTextHeader.begins(head)) {
      FastTextHeader header = FastTextHeader.read(path, ByteBuffer.wrap(head));
      return new VectorFile(
          path, VectorFormat.FASTTEXT_BINARY, header.size(), OptionalLong.of(header.words()));
    }
    Matcher counts = COUNTS.matcher(text(0, Math.min(head.length, 64)));
    if (counts.find()) {
      return counted(counts);
    }
    List<String> lines = lines(0);
    int size = sizeOf(lines);
    return isVectors(lines, size)
        ? new VectorFile(path, textFormat(lines, false), size, OptionalLong.empty())
        : table();
  }

  private VectorFile counted(Matcher counts) {
    var promised = OptionalLong.of(Long.parseLong(counts.group(1)));
    int size = Integer.parseInt(counts.group(2));
    int start = counts.end();
    if (start == head.length || size < 1 || size > LARGEST_SIZE) {
      return table();
    }
    if (isBinary(start)) {
      return new VectorFile(path, VectorFormat.WORD2VEC_BINARY, size, promised);
    }
    List<String> lines = lines(start);
    if (lines.stream().anyMatch(line -> fits(line, size))) {
      return new VectorFile(path, textFormat(lines, true), size, promised);
    }
    requireNoOtherSize(lines, size);
    return table();
  }

  /** Rows of one number may be those of a table whose first word is a number. */
  private void requireNoOtherSize(List<String> lines, int size) {
    int found = sizeOf(lines);
    if (isVectors(lines, found)) {
      throw InputException.in(
          path,
          "line 1 promises %s a word, and the rows have %,d. Mend line 1 (words, then numbers a word), or take it out"
              .formatted(Counted.of(size, "number"), found));
    }
  }

  private VectorFile table() {
    return new VectorFile(path, VectorFormat.TABLE, 0, OptionalLong.empty());
  }

  /** Whether what follows the first word is seldom a sign of numbers. */
  private boolean isBinary(int start) {
    int from = start;
    while (from < head.length && head[from] != ' ' && head[from] != '\n') {
      from++;
    }
    int numeric = 0;
    int looked = 0;
    for (int i = from; i < head.length && looked < 1 << 12 && !isEnd(i, looked); i++) {
      looked++;
      numeric += "0123456789+-.eE \r\t".indexOf(head[i] & 0xff) >= 0 ? 1 : 0;
    }
    return 2 * numeric < looked;
  }

  /** The end of a line of text; a newline among the first bytes may be one of a number. */
  private boolean isEnd(int i, int looked) {
    return head[i] == '\n' && looked > 2 * Float.BYTES;
  }

  private List<String> lines(int start) {
    var lines = new ArrayList<String>();
    int from = start;
    while (lines.size() < LINES && from < head.length) {
      int end = from;
      while (end < head.length && head[end] != '\n') {
        end++;
      }
      if (end < head.length || whole || lines.isEmpty()) {
        lines.add(text(from, end));
      }
      from = end + 1;
    }
    return lines;
  }

  /** A character a byte. */
  private String text(int from, int to) {
    return new String(head, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** How many numbers most lines have behind their first field. */
  private static int sizeOf(List<String> lines) {
    Map<Integer, Integer> counts = new HashMap<>();
    int best = 0;
    for (String line : lines) {
      int size = fields(line).length - 1;
      int count = counts.merge(size, 1, Integer::sum);
      best = count > counts.getOrDefault(best, 0) ? size : best;
    }
    return best;
  }

  /** Whether these are rows of vectors, parted by single spaces, without names above them. */
  private static boolean isVectors(List<String> lines, int size) {
    if (size < 2 || !fits(lines.get(0), size)) {
      return false;
    }
    long rows = lines.stream().filter(line -> fits(line, size)).count();
    boolean quoted = lines.stream().allMatch(FormatFinder::isQuoted);
    boolean odd =
        lines.stream().anyMatch(line -> line.isBlank() || line.indexOf('\t') >= 0)
            || lines.stream().anyMatch(line -> line.startsWith("#") && !fits(line, size));
    return 10 * rows >= (long) ROWS_OF_TEN * lines.size() && !quoted && !odd;
  }

  private static boolean isQuoted(String line) {
    int end = line.indexOf('"', 1);
    return line.startsWith("\"") && end > 0 && end < line.indexOf(' ') + 1;
  }

  private static boolean fits(String line, int size) {
    String[] fields = fields(line);
    if (fields.length <= size || fields[0].isEmpty()) {
      return false;
    }
    for (int f = fields.length - size; f < fields.length; f++) {
      byte[] field = fields[f].getBytes(StandardCharsets.ISO_8859_1);
      if (Double.isNaN(Decimals.parse(field, 0, field.length))) {
        return false;
      }
    }
    return true;
  }

  private static String[] fields(String line) {
    String row = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    return (row.endsWith(" ") ? row.substring(0, row.length() - 1) : row).split(" ", -1);
  }

  private static VectorFormat textFormat(List<String> lines, boolean counted) {
    if (lines.stream().allMatch(line -> line.startsWith(CONCEPT))) {
      return VectorFormat.NUMBERBATCH;
    }
    if (!counted) {
      return VectorFormat.GLOVE_TEXT;
    }
    boolean blankAtEnd = lines.stream().limit(2).allMatch(line -> line.endsWith(" "));
    return blankAtEnd ? VectorFormat.FASTTEXT_TEXT : VectorFormat.WORD2VEC_TEXT;
  }

  static int littleEndian(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }
}
