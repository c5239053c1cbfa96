package org.mitchell.vectors.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.mitchell.files.Compression;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.jobs.Heap;

/**
 * The vectors of words in fastText's binary model: the mean of the word's own row of its matrix and
 * of those of its {@linkplain WordPieces pieces}; of a word that is not in the dictionary, the mean
 * of its pieces' rows alone. The matrix is read once, from its first row to its last, and only the
 * rows that are needed.
 */
final class FastTextRows {
  private static final int LONGEST_WORD = 1 << 16;
  private static final int BUFFER = 1 << 20;
  private static final int WORD = 0;

  private final VectorFile file;
  private final Oddities oddities;
  private final List<Target> targets = new ArrayList<>();
  private FastTextHeader header;
  private WordPieces pieces;

  /**
   * A word whose vector is made.
   *
   * @param rows of the matrix whose mean it is
   */
  private record Target(String word, long number, int[] rows) {}

  FastTextRows(VectorFile file, ReadingRules rules) {
    this.file = file;
    this.oddities = new Oddities(file, rules);
  }

  /** Hands on the wanted words of the dictionary; returns how many words that has. */
  long scan(WantedWords wanted, RowConsumer consumer) throws IOException {
    return read(wanted, List.of(), consumer);
  }

  /** Hands on words that are not in the dictionary, made of their pieces; those without are not. */
  void scanUnseen(Collection<String> words, RowConsumer consumer) throws IOException {
    read(WantedWords.of(List.of()), words, consumer);
  }

  /** Hands on the words of the dictionary; their vectors are not looked at. */
  void words(Consumer<String> consumer) throws IOException {
    readHeader();
    try (var stream = new BufferedInputStream(InputFiles.open(file.path()), BUFFER)) {
      stream.skipNBytes(header.length());
      pieces = new WordPieces(0, 0, 0);
      dictionary(stream, WantedWords.all());
    } catch (EOFException e) {
      throw cut(e);
    }
    oddities.tell();
    targets.forEach(target -> consumer.accept(target.word));
  }

  private void readHeader() throws IOException {
    try (var stream = InputFiles.open(file.path())) {
      byte[] beginning = stream.readNBytes(1 << 7);
      header = FastTextHeader.read(file.path(), ByteBuffer.wrap(beginning));
      pieces = new WordPieces(header.shortest(), header.longest(), bucketsInUse());
    }
  }

  private InputException cut(EOFException e) {
    return InputException.in(
        file.path(),
        "the file is cut short: it ends before the vectors of its fastText model do. Download or"
            + " save it again",
        e);
  }

  private long read(WantedWords wanted, Collection<String> unseen, RowConsumer consumer)
      throws IOException {
    readHeader();
    try (var stream = new BufferedInputStream(InputFiles.open(file.path()), BUFFER)) {
      stream.skipNBytes(header.length());
      dictionary(stream, wanted);
      for (String word : unseen) {
        int[] rows = rowsOfPieces(word);
        if (rows.length > 0) {
          targets.add(new Target(word, 0, rows));
        }
      }
      matrix(stream, consumer);
    } catch (EOFException e) {
      throw cut(e);
    }
    oddities.tell();
    return header.words();
  }

  private int bucketsInUse() {
    return header.pruned() == 0 ? 0 : header.buckets();
  }

  private void dictionary(InputStream stream, WantedWords wanted) throws IOException {
    var text = new ByteArrayOutputStream();
    int row = 0;
    for (int entry = 1; entry <= header.entries(); entry++) {
      text.reset();
      for (int b = next(stream); b != 0; b = next(stream)) {
        text.write(b);
        if (text.size() > LONGEST_WORD) {
          throw InputException.in(
              file.path(),
              "word %,d: got more than %,d bytes where the end of a word is expected: the dictionary of this fastText model is damaged"
                  .formatted(entry, LONGEST_WORD));
        }
      }
      stream.skipNBytes(Long.BYTES); // how often it was counted
      if (next(stream) == WORD) {
        byte[] bytes = text.toByteArray();
        if (bytes.length > 0 && (bytes[0] == '<' || wanted.mayHave(bytes, 0, bytes.length))) {
          int own = row;
          int number = entry;
          oddities
              .word(bytes, 0, bytes.length, entry)
              .filter(wanted::has)
              .ifPresent(word -> targets.add(new Target(word, number, rowsOf(word, own))));
        }
        row++;
      }
    }
    if (header.pruned() > 0) {
      stream.skipNBytes(2 * Integer.BYTES * header.pruned());
    }
  }

  private static int next(InputStream stream) throws IOException {
    int b = stream.read();
    if (b < 0) {
      throw new EOFException();
    }
    return b;
  }

  private int[] rowsOf(String word, int own) {
    int[] of = rowsOfPieces(word);
    var rows = new int[of.length + 1];
    rows[0] = own;
    System.arraycopy(of, 0, rows, 1, of.length);
    return rows;
  }

  private int[] rowsOfPieces(String word) {
    int[] rows = pieces.of(word);
    for (int i = 0; i < rows.length; i++) {
      rows[i] += header.words();
    }
    return rows;
  }

  private void matrix(InputStream stream, RowConsumer consumer) throws IOException {
    if (header.versioned() && next(stream) != 0 || header.pruned() > 0) {
      throw InputException.in(
          file.path(),
          "a fastText model that was made smaller (.ftz), of which the vectors are no longer whole."
              + " Take the .bin or .vec that it was made from");
    }
    ByteBuffer shape =
        ByteBuffer.wrap(exactly(stream, 2 * Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    long rows = shape.getLong();
    long columns = shape.getLong();
    if (rows < (long) header.words() + bucketsInUse() && header.longest() > 0
        || rows < header.words()
        || columns != header.size()) {
      throw InputException.in(
          file.path(),
          "damaged: got a matrix of %,d rows x %,d where %,d words and %,d pieces x %,d are expected. Download or save it again"
              .formatted(rows, columns, header.words(), header.buckets(), header.size()));
    }
    requireRoom(rows);
    float[][] sums = sums(stream, (int) Math.min(rows, Integer.MAX_VALUE - 1));
    requireOutputs(stream);
    hand(sums, consumer);
  }

  /** What a damaged file says of its rows need not be there. */
  private void requireRoom(long rows) throws IOException {
    boolean stored = Compression.of(InputFiles.head(file.path(), Long.BYTES)) == Compression.NONE;
    if (stored && rows > Files.size(file.path()) / (Float.BYTES * header.size())) {
      throw cut(null);
    }
    Heap.require(
        "%s: a model of %,d words and pieces of words".formatted(file.path(), rows),
        2 * Integer.BYTES * rows,
        "its vectors as text (.vec)");
  }

  /** The second matrix is of no use here, but a file without it is no whole one. */
  private void requireOutputs(InputStream stream) throws IOException {
    if (header.versioned()) {
      next(stream);
    }
    ByteBuffer shape =
        ByteBuffer.wrap(exactly(stream, 2 * Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
    long rows = shape.getLong();
    long columns = shape.getLong();
    if (rows < 0 || rows > Integer.MAX_VALUE || columns != header.size()) {
      throw InputException.in(
          file.path(),
          "damaged: got a second matrix of %,d rows x %,d where rows x %,d are expected. Download or save it again"
              .formatted(rows, columns, header.size()));
    }
    stream.skipNBytes(Float.BYTES * rows * columns);
  }

  /** The sums of the rows of each target, row by row of the matrix. */
  private float[][] sums(InputStream stream, int rows) throws IOException {
    int[] starts = new int[rows + 1];
    targets.forEach(target -> count(target, starts));
    for (int r = 0; r < rows; r++) {
      starts[r + 1] += starts[r];
    }
    var byRow = new int[starts[rows]];
    int[] free = starts.clone();
    for (int t = 0; t < targets.size(); t++) {
      for (int row : targets.get(t).rows) {
        byRow[free[row]++] = t;
      }
    }
    var sums = new float[targets.size()][header.size()];
    int bytes = Float.BYTES * header.size();
    long unread = 0;
    for (int r = 0; r < rows; r++) {
      unread += bytes;
      if (starts[r] == starts[r + 1]) {
        continue;
      }
      stream.skipNBytes(unread - bytes);
      unread = 0;
      var row = ByteBuffer.wrap(exactly(stream, bytes)).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = starts[r]; i < starts[r + 1]; i++) {
        float[] sum = sums[byRow[i]];
        for (int d = 0; d < sum.length; d++) {
          sum[d] += row.getFloat(Float.BYTES * d);
        }
      }
    }
    stream.skipNBytes(unread);
    return sums;
  }

  private static void count(Target target, int[] starts) {
    for (int row : target.rows) {
      starts[row + 1]++;
    }
  }

  private void hand(float[][] sums, RowConsumer consumer) {
    var values = new double[header.size()];
    for (int t = 0; t < sums.length; t++) {
      Target target = targets.get(t);
      float share = (float) (1.0 / target.rows.length);
      boolean finite = true;
      for (int d = 0; d < values.length; d++) {
        values[d] = sums[t][d] * share;
        finite &= Double.isFinite(values[d]);
      }
      if (finite) {
        consumer.accept(target.word, target.number, values);
      } else {
        oddities.damaged(
            target.number,
            "the vector of '%s' has numbers that are not finite".formatted(target.word));
      }
    }
  }

  private static byte[] exactly(InputStream stream, int count) throws IOException {
    byte[] bytes = stream.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }
}
