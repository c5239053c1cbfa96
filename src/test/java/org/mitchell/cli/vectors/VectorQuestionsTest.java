package org.mitchell.cli.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.cli.Ran.mitchell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;

/** Vectors are asked, and files that are damaged, through the command line. */
class VectorQuestionsTest {
  private static final Path DATA = Path.of("testdata/vectors");

  /** Of royalty, of sex, and a third number that tells the rest apart. */
  private static final String ROYAL =
      """
      king 1 1 0
      queen 1 -1 0
      man 0 1 0.1
      woman 0 -1 0.1
      prince 0.9 1 0.3
      apple 0.1 0 1
      """;

  @TempDir Path folder;

  private Path royal() throws IOException {
    return Files.writeString(folder.resolve("royal.txt"), ROYAL);
  }

  @Test
  void kingWithoutManAndWithWomanIsQueen() throws IOException {
    for (String method : new String[] {"3cosadd", "3cosmul"}) {
      Ran ran =
          mitchell(
              "vectors",
              "analogy",
              "king",
              "man",
              "woman",
              "--vectors",
              royal(),
              "--method",
              method,
              "--json");
      assertThat(ran.json().at("/answers/0/word").asString()).as(method).isEqualTo("queen");
      assertThat(ran.out()).doesNotContain("\"word\" : \"king\"");
    }
  }

  @Test
  void neighboursStandInTheOrderOfTheirCosines() throws IOException {
    Ran ran =
        mitchell("vectors", "neighbours", "king", "--vectors", royal(), "--most", 2, "--json");
    assertThat(ran.json().at("/neighbours/0/word").asString()).isEqualTo("prince");
    double cosine = 1.9 / Math.sqrt(2) / Math.sqrt(0.81 + 1 + 0.09);
    assertThat(ran.json().at("/neighbours/0/score").asDouble()).isCloseTo(cosine, within(1e-6));
    assertThat(ran.json().at("/neighbours/1/word").asString()).isEqualTo("man");
  }

  @Test
  void restrictedAnswersAreAmongTheFirstWords() throws IOException {
    Ran ran =
        mitchell("vectors", "neighbours", "king", "--vectors", royal(), "--restrict", 2, "--json");
    assertThat(ran.json().at("/neighbours").size()).isEqualTo(1);
    assertThat(ran.json().at("/neighbours/0/word").asString()).isEqualTo("queen");
  }

  @Test
  void similaritiesAreThoseOfNumpy() throws IOException {
    for (String line : Files.readAllLines(DATA.resolve("answers.tsv"))) {
      String[] cells = line.split("\t");
      Ran ran =
          mitchell(
              "vectors",
              "similarity",
              cells[0],
              cells[1],
              "--vectors",
              DATA.resolve("words.bin"),
              "--json");
      int column = 2;
      for (String measure : new String[] {"cosine", "correlation", "euclid"}) {
        assertThat(ran.json().get(measure).asDouble())
            .as(line)
            .isCloseTo(Double.parseDouble(cells[column++]), within(1e-9));
      }
    }
  }

  @Test
  void theOddOneIsThatWhichIsLeastLikeTheOthers() throws IOException {
    Ran ran =
        mitchell("vectors", "odd-one-out", "king", "man", "apple", "prince", "--vectors", royal());
    assertThat(ran.out()).startsWith("apple is the odd one out");
  }

  @Test
  void theEndsOfAnAxisStandAtItsEnds() throws IOException {
    Ran ran =
        mitchell(
            "vectors",
            "project",
            "woman",
            "man",
            "apple",
            "--axis",
            "man,woman",
            "--vectors",
            royal(),
            "--json");
    assertThat(ran.json().at("/words/0/position").asDouble()).isCloseTo(0, within(1e-9));
    assertThat(ran.json().at("/words/1/word").asString()).isEqualTo("apple");
    assertThat(ran.json().at("/words/2/position").asDouble()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aWordThatIsNotThereGetsTheNearestSpellings() throws IOException {
    Ran ran = mitchell("vectors", "neighbours", "quean", "--vectors", royal());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualTo("mitchell: 'quean' is not among the 6 words of royal.txt. Nearest: queen\n");
  }

  @Test
  void pairsAndAnalogiesAreCountedByHand() throws IOException {
    Path pairs =
        Files.writeString(
            folder.resolve("p.tsv"),
            "# judged\n"
                + "word1\tword2\tsimilarity\n"
                + "king\tprince\t9\n"
                + "king\tapple\t1\n"
                + "king\tman\t5\n"
                + "king\tunknown\t3\n");
    Path questions =
        Files.writeString(
            folder.resolve("q.txt"),
            ": family\n"
                + "man king woman queen\n"
                + "man king woman prince\n"
                + ": gram1\n"
                + "man king woman nobody\n");
    Ran ran =
        mitchell(
            "vectors",
            "benchmark",
            "--vectors",
            royal(),
            "--pairs",
            pairs,
            "--analogies",
            questions,
            "--json");
    assertThat(ran.json().at("/results/0/pairs/0/spearman").asDouble()).isEqualTo(1);
    assertThat(ran.json().at("/results/0/pairs/0/covered").asInt()).isEqualTo(3);
    assertThat(ran.json().at("/results/0/analogies/0/covered").asInt()).isEqualTo(2);
    assertThat(ran.json().at("/results/0/analogies/0/cosAdd").asInt()).isEqualTo(1);
    assertThat(ran.json().at("/results/0/analogies/1/covered").asInt()).isZero();
  }

  private Ran listed(String text, Object... more) throws IOException {
    Path file = Files.write(folder.resolve("v.txt"), text.getBytes(StandardCharsets.ISO_8859_1));
    var words = new Object[3 + more.length];
    words[0] = "vectors";
    words[1] = "list";
    words[2] = file;
    System.arraycopy(more, 0, words, 3, more.length);
    return mitchell(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c 0.5",
        "c 0.5 0.25 0.125",
        "c x 0.125",
        " 0.5 0.25",
      })
  void aRowOfAnotherShapeIsToldWithItsLineAndMayBeLeftOut(String row) throws IOException {
    String text = "a 1 2\nb 3 4\n" + "z 5 6\n".repeat(97) + row + "\nd 7 8\n";
    Ran failed = listed(text.replace("z ", "y "));
    assertThat(failed.status()).as(failed.err()).isEqualTo(1);
    assertThat(failed.err()).contains("v.txt: line 100: ").contains("--on-error skip");
    Ran skipped = listed(text.replace("z ", "y "), "--on-error", "skip");
    assertThat(skipped.status()).isZero();
    assertThat(skipped.err())
        .contains("1 row cannot be read and is left out, the first on line 100");
    assertThat(skipped.out()).contains("100 words x 2");
  }

  @Test
  void wordsThatAreNoUtf8AndSentenceEndsAreToldWithTheirLine() throws IOException {
    Ran ran = listed("3 2\n</s> 0 0\ncaf\u00e9 1 2\ndog 3 4\n");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("1 word x 2: dog");
    assertThat(ran.err())
        .contains("line 2: </s> stands for the end of a sentence")
        .contains("1 word is no UTF-8 and is left out, the first on line 3");
    assertThat(listed("2 2\ncaf\u00e9 1 2\ndog 3 4\n", "--encoding", "ISO-8859-1").out())
        .contains("caf\u00e9, dog");
  }

  @Test
  void aWordThatComesTwiceIsToldWithItsLines() throws IOException {
    Path file = Files.writeString(folder.resolve("twice.txt"), "a 1 2\nb 3 4\na 5 6\n");
    Ran ran = mitchell("vectors", "similarity", "a", "b", "--vectors", file);
    assertThat(ran.err())
        .contains("1 word comes more than once, and the first row is taken (a: 1 and 3)");
    Ran shown = mitchell("features", "show", "a", "--features", file);
    assertThat(shown.status()).isEqualTo(1);
    assertThat(shown.err()).contains("line 3: 'a' is already on line 1, with other values");
  }

  @Test
  void aBinaryThatIsCutAnywhereIsToldAndNothingElse() throws IOException {
    for (String name : new String[] {"words.bin", "fasttext.bin", "fasttext-oldest.bin"}) {
      byte[] whole = Files.readAllBytes(DATA.resolve(name));
      for (int length = whole.length - 2; length > 80; length -= 37) {
        Path file = Files.write(folder.resolve("cut.bin"), Arrays.copyOf(whole, length));
        Ran ran = mitchell("vectors", "neighbours", "celery", "--vectors", file);
        assertThat(ran.status()).as("%s, %d bytes", name, length).isEqualTo(1);
        assertThat(ran.err()).as("%s, %d bytes", name, length).contains("cut short");
      }
    }
  }

  @Test
  void numbersThatAreNotFiniteAreTold() throws IOException {
    var bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("1 2\ndog ".getBytes(StandardCharsets.US_ASCII)).putFloat(1).putFloat(Float.NaN);
    Path file = Files.write(folder.resolve("nan.bin"), bytes.array());
    Ran ran = mitchell("features", "show", "dog", "--features", file);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("word 1: NaN where number 2 of the vector of 'dog' is expected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dictionary.pickle", "array.npy"})
  void whatOnlyPythonReadsIsRefusedWithTheLineThatConvertsIt(String name) {
    Ran ran =
        mitchell("fit", "--subject", "T1", "--data", Ran.T1, "--features", DATA.resolve(name));
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("python3 -c \"import ").contains(name);
  }

  @Test
  void aWordOfTheTableIsFoundInLowerCaseAndWithUnderscores() throws IOException {
    Ran ran = mitchell("features", "show", "New York", "--features", DATA.resolve("words.bin"));
    assertThat(ran.status()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("'New York' is taken for 'New_York'");
    assertThat(ran.out()).contains("d7");
  }

  @Test
  void unknownWordsAreDroppedOrMadeOfTheirPiecesOrTheMean() {
    Path model = DATA.resolve("fasttext.bin");
    assertThat(mitchell("features", "show", "celeries", "--features", model).err())
        .contains("given the mean of the vectors of their pieces: celeries");
    Ran dropped = mitchell("features", "show", "celeries", "--features", model, "--oov", "drop");
    assertThat(dropped.status()).isEqualTo(1);
    assertThat(mitchell("features", "show", "q", "--features", model, "--oov", "mean").err())
        .contains("given the mean of all its vectors: q");
    Ran refused =
        mitchell(
            "features", "show", "q", "--features", DATA.resolve("glove.txt"), "--oov", "subword");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err())
        .contains("glove.txt: got a file of GloVe text where a fastText model (.bin) is expected");
  }

  @Test
  void whatIsConvertedReadsBackAsTheSame() throws IOException {
    for (String name : new String[] {"a.bin", "a.txt", "a.vec", "a.tsv", "a.txt.gz"}) {
      Path file = folder.resolve(name);
      Ran ran = mitchell("vectors", "convert", DATA.resolve("words.bin"), "--out", file);
      assertThat(ran.status()).as(ran.err()).isZero();
      Path back = folder.resolve("back.bin");
      mitchell("vectors", "convert", file, "--out", back);
      byte[] expected = Files.readAllBytes(DATA.resolve("words.bin"));
      // without </s>, whose row is 5 bytes, 7 numbers and a newline
      int row = 5 + 7 * 4 + 1;
      byte[] rows = Arrays.copyOfRange(expected, "9 7\n".length() + row, expected.length);
      assertThat(Files.readAllBytes(back)).as(name).endsWith(rows).startsWith("8 7\n".getBytes());
    }
  }
}
