package org.mitchell.vectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;
import org.mitchell.vectors.WordVectors;

/** Files that struct, numpy, gensim and fastText wrote; see testdata/vectors/make_vectors.py. */
class VectorReaderTest {
  private static final Path DATA = Path.of("testdata/vectors");
  private static final String[] WORDS = {
    "celery", "corn", "hammer", "pliers", "New_York", "caf\u00e9", "dog", "Dog"
  };

  @TempDir Path folder;

  private static WordVectors read(Path file) throws IOException {
    return VectorReader.read(VectorFile.of(file), ReadingRules.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "words.bin, WORD2VEC_BINARY",
    "words-without-newlines.bin, WORD2VEC_BINARY",
    "gensim.bin, WORD2VEC_BINARY",
    "words.txt, WORD2VEC_TEXT",
    "glove.txt, GLOVE_TEXT",
    "words.vec, FASTTEXT_TEXT",
    "concepts.txt, NUMBERBATCH",
    "words.tsv, TABLE"
  })
  void everyFormatGivesTheSameBits(String name, VectorFormat format) throws IOException {
    VectorFile file = VectorFile.of(DATA.resolve(name));
    assertThat(file.format()).isEqualTo(format);
    WordVectors vectors = VectorReader.read(file, ReadingRules.DEFAULT);
    assertThat(vectors.words()).containsExactly(WORDS);
    assertThat(vectors.rows()).containsExactly(read(DATA.resolve("gensim.bin")).rows());
  }

  @Test
  void whatIsWrittenIsWhatGensimWrites() throws IOException {
    WordVectors vectors = read(DATA.resolve("words.tsv"));
    Path file = folder.resolve("ours.bin");
    try (var out = Files.newOutputStream(file)) {
      VectorsWriter.of(file).content(vectors.words(), vectors.size(), vectors::vector).writeTo(out);
    }
    assertThat(read(file).rows()).containsExactly(vectors.rows());
    // gensim writes no newline behind a row.
    byte[] theirs = Files.readAllBytes(DATA.resolve("gensim.bin"));
    byte[] ours = Files.readAllBytes(file);
    assertThat(ours.length - theirs.length).isEqualTo(WORDS.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ours.bin", "ours.txt", "ours.vec", "ours.tsv"})
  void wordsOfPunctuationComeBackFromEveryFormat(String name) throws IOException {
    // All are words of GloVe's; in a table some are quotes, and some a spreadsheet's formulas.
    List<String> words =
        List.of("\"", "'", "=x", "@", "-", "'-", "#", ",", ";", "5", "a\"b", "cat");
    Path file = folder.resolve(name);
    try (var out = Files.newOutputStream(file)) {
      VectorsWriter.of(file).content(words, 3, w -> new float[] {w, .1f * w, -1e-7f}).writeTo(out);
    }
    WordVectors back = read(file);
    assertThat(back.words()).isEqualTo(words);
    assertThat(back.vector(5)).containsExactly(5, .1f * 5, -1e-7f);
  }

  @ParameterizedTest
  @CsvSource({"fasttext.bin", "fasttext-oldest.bin"})
  void wordsOfFastTextAndThoseThatItNeverSawAreThoseThatItPrints(String name) throws IOException {
    VectorFile file = VectorFile.of(DATA.resolve(name));
    assertThat(file.format()).isEqualTo(VectorFormat.FASTTEXT_BINARY);
    var vectors = new HashMap<String, double[]>();
    file.rows(WantedWords.all(), ReadingRules.DEFAULT, (w, row, v) -> vectors.put(w, v.clone()));
    List<String> lines = Files.readAllLines(DATA.resolve("fasttext.tsv"));
    var unseen = new ArrayList<String>();
    lines.stream()
        .map(l -> l.split("\t")[0])
        .filter(w -> !vectors.containsKey(w))
        .forEach(unseen::add);
    assertThat(unseen).containsExactly("celeries", "caf\u00e9s", "hammering", "x");
    SubwordReader.read(
        file, ReadingRules.DEFAULT, unseen, (w, row, v) -> vectors.put(w, v.clone()));
    for (String line : lines) {
      String[] cells = line.split("\t");
      for (int d = 1; d < cells.length; d++) {
        assertThat(vectors.get(cells[0])[d - 1])
            .as("%s, number %d", cells[0], d)
            .isCloseTo(Double.parseDouble(cells[d]), within(1e-6));
      }
    }
  }

  @Test
  void onlyTheWordsThatAreWantedAreHandedOnInAnyCase() throws IOException {
    var words = new ArrayList<String>();
    VectorFile.of(DATA.resolve("glove.txt"))
        .rows(
            WantedWords.of(List.of("DOG", "new york", "CAF\u00c9")),
            ReadingRules.DEFAULT,
            (word, row, values) -> words.add(word));
    assertThat(words).containsExactly("New_York", "caf\u00e9", "dog", "Dog");
  }

  @Test
  void theLastFieldsCountWhereAWordHasSpacesAndOtherBlanksBelongToIt() throws IOException {
    Path file = folder.resolve("glove.txt");
    Files.writeString(file, "a 0.5 1\n. . . 0.25 2\nb\u00a0c -0.5 3\nat x@y.com 1e-3 4\nd 5 6\n");
    WordVectors vectors = read(file);
    assertThat(vectors.words()).containsExactly("a", ". . .", "b\u00a0c", "at x@y.com", "d");
    assertThat(vectors.rows()).containsExactly(0.5f, 1, 0.25f, 2, -0.5f, 3, 1e-3f, 4, 5, 6);
  }

  /** Lines of all lengths meet the ends of the buffer in all places. */
  @Test
  void aFirstLineThatPromisesAnotherSizeThanTheRowsHaveIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("other.vec"), "2 300\nant .5 1 2\nbee 1 2 3\n");
    assertThatThrownBy(() -> VectorFile.of(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            file + ": line 1 promises 300 numbers a word, and the rows have 3.");
    // A table whose first word is a number promises nothing.
    Path table = Files.writeString(folder.resolve("table.txt"), "2 300\n3 17\n");
    assertThat(VectorFile.of(table).format()).isEqualTo(VectorFormat.TABLE);
  }

  @Test
  void linesAreTheSameWhereverTheBufferEnds() throws IOException {
    var text = new StringBuilder();
    int words = 60_000;
    for (int w = 0; w < words; w++) {
      text.append("w").append(w).append("x".repeat(w % 23)).append(" ").append(w).append(" 0.5\n");
    }
    Path file = Files.writeString(folder.resolve("long.txt"), text);
    WordVectors vectors = read(file);
    assertThat(vectors.count()).isEqualTo(words);
    for (int w = 0; w < words; w++) {
      assertThat(vectors.value(w, 0)).isEqualTo(w);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.1",
    "-12.5",
    "1e-05",
    "123456789012345678",
    "0.30000001192092896",
    "-7.006492e-45",
    "4.9E-324",
    "179769313486231570000000000000",
    "0.000000000000000000000000123",
    "+3",
    "5."
  })
  void numbersAreReadAsJavaReadsThem(String number) {
    byte[] bytes = number.getBytes();
    assertThat(Decimals.parse(bytes, 0, bytes.length)).isEqualTo(Double.parseDouble(number));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "0x1p3", "1f", "1.2.3", "'-'", "'1,5'", "1e999"})
  void othersAreNone(String text) {
    byte[] bytes = text.getBytes();
    assertThat(Decimals.parse(bytes, 0, bytes.length)).isNaN();
  }
}
