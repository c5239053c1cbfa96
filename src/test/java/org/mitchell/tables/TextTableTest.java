package org.mitchell.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.files.InputException;

class TextTableTest {
  @TempDir Path folder;

  private final List<String> notes = new ArrayList<>();

  /** Each holds, by construction: celery 0.5 0.25, cow 0.1 0.9; under the names eat and see. */
  static Stream<String> layouts() {
    return Stream.of(
        "word,eat,see\ncelery,0.5,0.25\ncow,0.1,0.9\n",
        "word\teat\tsee\ncelery\t0.5\t0.25\ncow\t0.1\t0.9\n",
        "word;eat;see\ncelery;0.5;0.25\ncow;0.1;0.9\n",
        "word eat see\ncelery 0.5 0.25\ncow 0.1 0.9\n",
        "word;eat;see\ncelery;0,5;0,25\ncow;0,1;0,9\n",
        "word\teat\tsee\ncelery\t0,5\t0,25\ncow\t0,1\t0,9\n",
        "\ufeffword,eat,see\r\ncelery,0.5,0.25\r\ncow,0.1,0.9\r\n",
        "word,eat,see\rcelery,0.5,0.25\rcow,0.1,0.9",
        "# made 2024\nword,eat,see\n\ncelery,0.5,0.25\n# between\ncow,0.1,0.9\n",
        "# word eat see\ncelery 0.5 0.25\ncow 0.1 0.9\n",
        "word,eat,see,\ncelery,0.5,0.25,\ncow,0.1,0.9,\n",
        "word,eat,see\ncelery,0.5,0.25,,\ncow,0.1,0.9,,\n",
        "word,eat,see\ncelery,0.5,0.25\ncow,0.1,0.9\n,,\n,,\n",
        "\"word\",\"eat\",\"see\"\n\"celery\",0.5,0.25\n\"cow\",\"0.1\",0.9\n",
        "eat,see\ncelery,0.5,0.25\ncow,0.1,0.9\n",
        "\"eat\" \"see\"\n\"celery\" 0.5 0.25\n\"cow\" 0.1 0.9\n",
        "\"\",\"word\",\"eat\",\"see\"\n\"1\",\"celery\",0.5,0.25\n\"2\",\"cow\",0.1,0.9\n",
        ",word,eat,see\n0,celery,0.5,0.25\n1,cow,0.1,0.9\n",
        "trial_word , eat , see\n celery , 5e-1 , +.25 \n cow,1E-1,0.9\n");
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyLayoutHasTheSameRows(String text) throws IOException {
    TextTable table = open(text, TableKind.VECTORS);

    assertThat(table.columns()).hasSize(3).endsWith("eat", "see");
    assertThat(rows(table)).containsExactly("celery 0.5 0.25", "cow 0.1 0.9");
  }

  @Test
  void aTableWithoutHeaderHasNumbersForNames() throws IOException {
    for (String text :
        List.of("celery,0.5,0.25\ncow,0.1,0.9\n", "celery 0.5 0.25\ncow 0.1 0.9\n")) {
      TextTable table = open(text, TableKind.VECTORS);

      assertThat(table.hasHeader()).isFalse();
      assertThat(table.columns()).containsExactly("word", "1", "2");
      assertThat(rows(table)).containsExactly("celery 0.5 0.25", "cow 0.1 0.9");
    }
  }

  /** The last cells are the values; the rest is the word, whatever it is made of. */
  @Test
  void wordVectorsHaveAnyTokensForWords() throws IOException {
    String glove =
        ", 0.1 0.2 0.3\n"
            + "celery 1 2 3\n"
            + ". . . 4 5 6\n"
            + "\" 7 8 9\n"
            + "# 1 1 1\n"
            + "\u00a0 2 2 2\n"
            + "at x@y.z 3 3 3\n";

    assertThat(rows(open(glove, TableKind.VECTORS)))
        .containsExactly(
            ", 0.1 0.2 0.3",
            "celery 1.0 2.0 3.0",
            ". . . 4.0 5.0 6.0",
            "\" 7.0 8.0 9.0",
            "# 1.0 1.0 1.0",
            "\u00a0 2.0 2.0 2.0",
            "at x@y.z 3.0 3.0 3.0");
  }

  @Test
  void theFirstLineOfWord2vecTellsHowManyValuesThereAre() throws IOException {
    TextTable table = open("3 2\nthe 0.5 0.25 \n20 000 0.1 0.9 \n", TableKind.VECTORS);

    assertThat(table.promisedWords()).contains(3L);
    assertThat(rows(table)).containsExactly("the 0.5 0.25", "20 000 0.1 0.9");
  }

  @Test
  void aQuoteMayBeAWordOfTabs() throws IOException {
    assertThat(rows(open("word\td0\td1\nthe\t1\t2\n\"\t3\t4\ncow\t5\t6\n", TableKind.VECTORS)))
        .containsExactly("the 1.0 2.0", "\" 3.0 4.0", "cow 5.0 6.0");
  }

  @Test
  void quotedCellsMayHoldSeparatorsAndLineEnds() throws IOException {
    TextTable table =
        open(
            "word,\"is it red,\nor not\",b\n\"a \"\"b\"\"\",1,2\n\"x,y\",3,4\n", TableKind.VECTORS);

    assertThat(table.columns()).containsExactly("word", "is it red,\nor not", "b");
    assertThat(rows(table)).containsExactly("a \"b\" 1.0 2.0", "x,y 3.0 4.0");
  }

  @Test
  void aQuotedCellThatIsNotClosedIsNamedWithItsLine() throws IOException {
    TextTable table = open("word,a\ncat,1\n\"dog,2\ncow,3\n", TableKind.VECTORS);

    assertThatThrownBy(() -> rows(table))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("t.csv: line 3: ")
        .hasMessageContaining("double quote");
  }

  @Test
  void aWordOfTheTableIsNotTakenForAHeader() throws IOException {
    TextTable table = open("word 0.25 1.5\ncat 1 2\n", TableKind.numbers(Set.of()));

    assertThat(rows(table)).containsExactly("word 0.25 1.5", "cat 1.0 2.0");
  }

  /** 1,234 may be a thousand: nothing is guessed. */
  @Test
  void aCommaThatMayPartThousandsIsNoDecimalComma() throws IOException {
    TextTable table = open("word\tfreq\ncat\t1,234\ndog\t12,345\n", TableKind.VECTORS);

    assertThatThrownBy(() -> table.rows(row -> row.number(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 2, column 2: '1,234' where a number is expected")
        .hasMessageContaining("thousand");
    assertThat(notes).isEmpty();
  }

  @Test
  void decimalCommasAreSaid() throws IOException {
    open("word;eat\ncelery;0,5\n", TableKind.VECTORS);

    assertThat(notes).singleElement().asString().contains("t.csv: decimal commas");
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1, café, windows-1252",
    "windows-1252, ‘naïve’, windows-1252",
    "Shift_JIS, ねこ, Shift_JIS",
    "EUC-JP, ねこ, EUC-JP",
    "windows-1251, кошка, windows-1251",
    "GB18030, 你好世界, GB18030",
    "UTF-16, cat, UTF-16",
    "UTF-16LE, cat, UTF-16"
  })
  void anotherEncodingIsRefusedByNameAndReadWhereItIsGiven(
      String written, String word, String named) throws IOException {
    Path file = folder.resolve("t.csv");
    Files.write(file, ("word,a\n" + word + ",1\ncow,2\n").getBytes(Charset.forName(written)));

    assertThatThrownBy(() -> rows(TextTable.open(file, rules(null), TableKind.VECTORS).get()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("t.csv: line ")
        .hasMessageContaining("It looks like " + named + ": read it so");

    assertThat(rows(TextTable.open(file, rules(written), TableKind.VECTORS).get()))
        .containsExactly(word + " 1.0", "cow 2.0");
  }

  @Test
  void aTableInUtf8IsReadAsSuchWhateverTheEncodingOfOthers() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "word,a\ncafé,1\n");

    assertThat(rows(TextTable.open(file, rules("ISO-8859-1"), TableKind.VECTORS).get()))
        .containsExactly("café 1.0");
  }

  @Test
  void wordsAreTakenInTheirCanonicalForm() throws IOException {
    assertThat(rows(open("word,a\ncafe\u0301,1\nso\u00adfa,2\n", TableKind.VECTORS)))
        .containsExactly("café 1.0", "sofa 2.0");
  }

  @Test
  void rowsThatNobodyWantsAreNotTakenApart() throws IOException {
    TextTable table = open("word,a\ncat,1\ndog,2\ncow,NA\n", TableKind.VECTORS);
    var wanted = new ArrayList<String>();
    var odd = new ArrayList<String>();

    table.rows("dog"::equals, row -> odd.add(row.word()), row -> wanted.add(row.word()));

    assertThat(wanted).containsExactly("dog");
    assertThat(odd).as("holds more than numbers").containsExactly("cow");
  }

  @Test
  void whatTheWriterEscapesReadsBack() throws IOException {
    List<String> words =
        List.of(
            "=1+2",
            "+x",
            "-foo",
            "@a",
            "'=b",
            "''-c",
            "'tis",
            "#metoo",
            "tab\there",
            "a\nb",
            "say \"no\"",
            "-5",
            "\"",
            "a,b;c",
            "plain");
    Path file = folder.resolve("out.tsv");
    try (var stream = Files.newOutputStream(file)) {
      TableWriter writer = TableWriter.to(stream);
      writer.row("word", "=sum", "b");
      for (String word : words) {
        writer.row(word, "-0.5", "2");
      }
      writer.flush();
    }
    TextTable table = TextTable.open(file, rules(null), TableKind.VECTORS).get();
    var read = new ArrayList<String>();
    table.rows(row -> read.add(row.word()));

    assertThat(read).isEqualTo(words);
    assertThat(table.columns()).containsExactly("word", "=sum", "b");
    assertThat(Files.readString(file))
        .as("no text that a spreadsheet runs, and numbers as they are")
        .doesNotContainPattern("(?m)(^|\t)\"?[=@]")
        .doesNotContainPattern("(?m)(^|\t)\"?[+-][^0-9]")
        .contains("\t-0.5\t");
  }

  private TextTable open(String text, TableKind kind) throws IOException {
    Path file = Files.write(folder.resolve("t.csv"), text.getBytes(StandardCharsets.UTF_8));
    return TextTable.open(file, rules(null), kind).orElseThrow();
  }

  private TableRules rules(String encoding) {
    return TableRules.of(Optional.ofNullable(encoding).map(Charset::forName), notes::add);
  }

  private static List<String> rows(TextTable table) throws IOException {
    var rows = new ArrayList<String>();
    table.rows(
        row -> {
          row.requireCells(table.width());
          var text = new StringBuilder(row.word());
          for (int c = 1; c < table.width(); c++) {
            text.append(' ').append(row.number(c));
          }
          rows.add(text.toString());
        });
    return rows;
  }
}
