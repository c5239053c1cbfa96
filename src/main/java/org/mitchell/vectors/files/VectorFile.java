package org.mitchell.vectors.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.ObjIntConsumer;
import org.mitchell.text.Counted;

/**
 * A file of word vectors, of which nothing is read yet but its beginning. Rows are handed on one at
 * a time, so that a file may be larger than the memory.
 *
 * @param path of the file, compressed or not
 * @param format told by its content
 * @param size how many numbers a vector has; 0 for a table, which tells it once it is read
 * @param promised how many words the beginning promises
 */
public record VectorFile(Path path, VectorFormat format, int size, OptionalLong promised) {
  /**
   * Looks at the beginning of a file.
   *
   * @throws org.mitchell.files.InputException if there is no such file, or it is a pickle or an
   *     array of Python, a quantised model or an archive, with what to do
   */
  public static VectorFile of(Path path) throws IOException {
    return new FormatFinder(path).find();
  }

  /** What messages and outputs call it. */
  public String name() {
    return path.getFileName().toString();
  }

  /** A row in messages: {@code line 70,123}, or in a binary file {@code word 70,123}. */
  public String place(long row) {
    boolean binary =
        format == VectorFormat.WORD2VEC_BINARY || format == VectorFormat.FASTTEXT_BINARY;
    return "%s %,d".formatted(binary ? "word" : "line", row);
  }

  /** Whether it has vectors for words that are not in it, made of their pieces. */
  public boolean hasSubwords() {
    return format == VectorFormat.FASTTEXT_BINARY;
  }

  /**
   * Hands on the rows of some words.
   *
   * @return how many rows the file has, with those that nobody wants
   * @throws org.mitchell.files.InputException if the file is cut short, or a row cannot be read;
   *     with the line, or in binary files the number of the word
   */
  public long rows(WantedWords wanted, ReadingRules rules, RowConsumer consumer)
      throws IOException {
    return switch (format) {
      case WORD2VEC_BINARY -> new BinaryRows(this, rules, wanted, consumer).scan();
      case FASTTEXT_BINARY -> new FastTextRows(this, rules).scan(wanted, consumer);
      case TABLE -> new TableRows(this, rules).scan(wanted, consumer);
      default -> new TextRows(this, rules, wanted, consumer).scan();
    };
  }

  /**
   * Hands on the words alone, in the order of the file, each with the size of its vector.
   *
   * @throws org.mitchell.files.InputException as {@link #rows}
   */
  public void words(ReadingRules rules, ObjIntConsumer<String> consumer) throws IOException {
    if (format == VectorFormat.FASTTEXT_BINARY) {
      new FastTextRows(this, rules).words(word -> consumer.accept(word, size));
    } else {
      rows(WantedWords.all(), rules, (word, row, values) -> consumer.accept(word, values.length));
    }
  }

  /** Tells of a file that has another number of rows than it promises. */
  void requirePromised(long rows, Oddities oddities) {
    long promises = promised.orElse(rows);
    if (rows < promises) {
      oddities.cut(
          "line 1 promises %s, and there are %,d".formatted(Counted.of(promises, "word"), rows));
    } else if (rows > promises) {
      oddities.surplus(promises);
    }
  }
}
