package org.mitchell.vectors.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.files.OutputSet;

/** How vectors are written: word2vec's two formats, and a table. */
public enum VectorsWriter {
  /** {@code .bin}: a line with words and size; a word, a space, single precision, a line feed. */
  BINARY {
    @Override
    void writeHead(int count, int size, OutputStream out) throws IOException {
      out.write((count + " " + size + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    void writeRow(String word, float[] row, OutputStream out) throws IOException {
      out.write(word.getBytes(StandardCharsets.UTF_8));
      out.write(' ');
      var bytes = ByteBuffer.allocate(row.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(row);
      out.write(bytes.array());
      out.write('\n');
    }
  },
  /** {@code .txt} and {@code .vec}: the same as decimal numbers that give the same bits. */
  TEXT {
    @Override
    void writeHead(int count, int size, OutputStream out) throws IOException {
      BINARY.writeHead(count, size, out);
    }

    @Override
    void writeRow(String word, float[] row, OutputStream out) throws IOException {
      out.write(line(word, row, " "));
    }
  },
  /** {@code .tsv}: columns word, d1, d2, ... */
  TABLE {
    @Override
    void writeHead(int count, int size, OutputStream out) throws IOException {
      String names =
          IntStream.rangeClosed(1, size).mapToObj(i -> "\td" + i).collect(Collectors.joining());
      out.write(("word" + names + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    void writeRow(String word, float[] row, OutputStream out) throws IOException {
      out.write(line(word, row, "\t"));
    }
  };

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
    return out -> {
      writeHead(words.size(), size, out);
      for (int i = 0; i < words.size(); i++) {
        writeRow(words.get(i), row.apply(i), out);
      }
    };
  }

  abstract void writeHead(int count, int size, OutputStream out) throws IOException;

  abstract void writeRow(String word, float[] row, OutputStream out) throws IOException;

  private static byte[] line(String word, float[] row, String separator) {
    var line = new StringBuilder(word);
    for (float number : row) {
      line.append(separator).append(number);
    }
    return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }
}
