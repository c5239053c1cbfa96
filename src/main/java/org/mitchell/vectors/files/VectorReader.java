package org.mitchell.vectors.files;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.jobs.Heap;
import org.mitchell.text.Counted;
import org.mitchell.vectors.WordVectors;

/** Reads the vectors of a whole vocabulary into memory: words x size x 4 bytes. */
public final class VectorReader {
  private static final int FIRST_ROWS = 1 << 12;

  private final VectorFile file;
  private final List<String> words = new ArrayList<>();
  private final Map<String, Long> rowOf = new HashMap<>();
  private float[] rows = new float[0];
  private int size;
  private long repeated;
  private String firstRepeated = "";

  private VectorReader(VectorFile file) {
    this.file = file;
  }

  /**
   * All vectors of a file, in its order. Of a word that comes twice the first row counts, which is
   * told.
   *
   * @throws InputException if there are none, the file is damaged, or they are more than an array
   *     holds
   */
  public static WordVectors read(VectorFile file, ReadingRules rules) throws IOException {
    return read(file, WantedWords.all(), rules);
  }

  /** As above, of some words, in any case. */
  public static WordVectors read(VectorFile file, WantedWords wanted, ReadingRules rules)
      throws IOException {
    var reader = new VectorReader(file);
    if (wanted.isAll() && file.promised().isPresent()) {
      // What a damaged file promises need not be there: a number takes a byte or more.
      long fitting = 1 + Files.size(file.path()) / file.size();
      reader.makeRoom(Math.min(file.promised().getAsLong(), fitting), file.size());
    }
    file.rows(wanted, rules, reader::add);
    if (reader.repeated > 0) {
      rules
          .notes()
          .accept(
              "%s: %s %s more than once, and the first row is taken (%s)"
                  .formatted(
                      file.path(),
                      Counted.of(reader.repeated, "word"),
                      Counted.verb(reader.repeated, "comes", "come"),
                      reader.firstRepeated));
    }
    return reader.vectors(wanted);
  }

  private WordVectors vectors(WantedWords wanted) {
    if (words.isEmpty()) {
      throw InputException.in(
          file.path(),
          wanted.isAll()
              ? "there is no word in this file that can be read"
              : "none of the words that are asked for is in this file. Check that both are of the"
                  + " same language");
    }
    int length = words.size() * size;
    float[] exact = rows.length == length ? rows : Arrays.copyOf(rows, length);
    return WordVectors.of(file.name(), words, size, exact);
  }

  private void makeRoom(long count, int numbers) {
    long length = count * numbers;
    if (length > Integer.MAX_VALUE - 8) {
      throw InputException.in(
          file.path(),
          "%,d words x %,d numbers are more than can be held in memory: ask for %s"
              .formatted(count, numbers, Remedy.FEWER_VECTORS.words()));
    }
    Heap.require(
        "%s: %,d words x %,d numbers".formatted(file.path(), count, numbers),
        Float.BYTES * (rows.length + length),
        Remedy.FEWER_VECTORS.words());
    rows = Arrays.copyOf(rows, (int) Math.max(rows.length, length));
  }

  private void add(String word, long row, double[] values) {
    Long former = rowOf.putIfAbsent(word, row);
    if (former != null) {
      firstRepeated =
          repeated == 0 ? "%s: %,d and %,d".formatted(word, former, row) : firstRepeated;
      repeated++;
      return;
    }
    size = values.length;
    int at = words.size() * size;
    if (at + size > rows.length) {
      makeRoom(Math.max(FIRST_ROWS, words.size() + (words.size() >> 1)), size);
    }
    words.add(word);
    for (int d = 0; d < size; d++) {
      rows[at + d] = (float) values[d];
    }
  }
}
