package org.mitchell.vectors.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.files.OutputSet;
import org.mitchell.tables.TableWriter;

/** How vectors are written: word2vec's two formats, and a table. */
public enum VectorsWriter {
  /** {@code .bin}: a line with words and size; a word, a space, single precision, a line feed. */
  BINARY(
      rows(
          (word, numbers, out) -> {
            out.write(word.getBytes(StandardCharsets.UTF_8));
            out.write(' ');
            var bytes =
                ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(numbers);
            out.write(bytes.array());
            out.write('\n');
          })),
  /** {@code .txt} and {@code .vec}: the same as decimal numbers that give the same bits. */
  TEXT(
      rows(
          (word, numbers, out) -> {
            var line = new StringBuilder(word);
            for (float number : numbers) {
              line.append(' ').append(number);
            }
            out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
          })),
  /** {@code .tsv}: columns word, d1, d2, ... */
  TABLE(VectorsWriter::table);

  private final Layout layout;

  VectorsWriter(Layout layout) {
    this.layout = layout;
  }

  /**
   * The format that the name of a file asks for; {@code .gz} behind it has the file gzipped.
   *
   * @throws InputException if the name tells of none
   */
  public static VectorsWriter of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (name.endsWith(".bin")) {
      return BINARY;
    }
    if (name.endsWith(".txt") || name.endsWith(".vec")) {
      return TEXT;
    }
    if (name.endsWith(".tsv")) {
      return TABLE;
    }
    throw InputException.in(
        file,
        "this name does not tell how vectors are to be written. Let it end in .bin (word2vec"
            + " binary), .txt or .vec (word2vec text) or .tsv");
  }

  /**
   * The content of a file.
   *
   * @param words in their order
   * @param row gives the vector of a word by its position, {@code size} numbers
   */
  public OutputSet.Content content(List<String> words, int size, IntFunction<float[]> row) {
    return layout.content(words, size, row);
  }

  /** How words and their vectors stand in a file. */
  @FunctionalInterface
  private interface Layout {
    OutputSet.Content content(List<String> words, int size, IntFunction<float[]> row);
  }

  @FunctionalInterface
  private interface Row {
    void write(String word, float[] numbers, OutputStream out) throws IOException;
  }

  /** The formats of word2vec: a line with words and size, and a row a word. */
  private static Layout rows(Row writer) {
    return (words, size, row) ->
        out -> {
          out.write((words.size() + " " + size + "\n").getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < words.size(); i++) {
            writer.write(words.get(i), row.apply(i), out);
          }
        };
  }

  private static OutputSet.Content table(List<String> words, int size, IntFunction<float[]> row) {
    return out -> {
      var table = TableWriter.to(out);
      var cells = new ArrayList<String>(size + 1);
      cells.add("word");
      IntStream.rangeClosed(1, size).forEach(i -> cells.add("d" + i));
      table.row(cells);
      for (int i = 0; i < words.size(); i++) {
        cells.clear();
        cells.add(words.get(i));
        for (float number : row.apply(i)) {
          cells.add(Float.toString(number));
        }
        table.row(cells);
      }
      table.flush();
    };
  }
}
