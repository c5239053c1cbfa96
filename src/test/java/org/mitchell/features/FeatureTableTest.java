package org.mitchell.features;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.files.InputException;
import org.mitchell.tables.Duplicates;
import org.mitchell.tables.TableRules;
import org.mitchell.testing.SharedData;
import tools.jackson.databind.json.JsonMapper;

class FeatureTableTest {
  @TempDir Path folder;

  @Test
  void theContentTellsTheDelimiter() throws IOException {
    String commas = "word,\"IS IT RED, OR A BIT RED?\",plain\nbee,1,-2.5e1\r\n\nAnt, 0 ,.5\n";
    String tabs = "\uFEFF\ta,b\tc\nbee\t1\t-25\nAnt\t0\t5e-1";

    var csv = read(commas);
    var tsv = read(tabs);

    assertThat(csv.features()).containsExactly("IS IT RED, OR A BIT RED?", "plain");
    assertThat(tsv.features()).containsExactly("a,b", "c");
    for (var space : List.of(csv, tsv)) {
      assertThat(space.words()).containsExactly("bee", "Ant");
      assertThat(space.vector("bee").orElseThrow()).containsExactly(1, -25);
      assertThat(space.vector("Ant").orElseThrow()).containsExactly(0, 0.5);
      assertThat(space.vector("ant")).isEmpty();
    }
  }

  @Test
  void gzipIsToldByTheFirstBytes() throws IOException {
    Path file = folder.resolve("table.csv");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("word,a\nbee,3\n".getBytes());
    }

    assertThat(FeatureTable.read(file).space().value(0, 0)).isEqualTo(3);

    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 12));
    assertThatThrownBy(() -> FeatureTable.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("table.csv: damaged or cut short");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | this table is empty",
        "word,a/ | has a header and no rows",
        "word/bee | line 1: got one column",
        "word,a,a/bee,1,2 | line 1: features 1 and 2 are both called 'a'",
        "word,a,/bee,1,2 | line 1: feature 2 has no name",
        "word,a/bee,x | line 2: got 'x' for 'a' where a finite number",
        "word,a/bee, | line 2: got '' for 'a'",
        "word,a/bee,NaN | line 2: got 'NaN' for 'a'",
        "word,a/bee,Infinity | line 2: got 'Infinity' for 'a'",
        "word,a/bee,1e999 | line 2: got '1e999' for 'a'",
        "word,a/bee,1d | line 2: got '1d' for 'a'",
        "word,a/bee,1/ant,1,2 | line 3: got 3 cells where 2 are expected",
        "word,a/bee,1//ant | line 4: got 1 cell where 2 are expected",
        "word,a/bee,1/ant,1/bee,2 | line 4: 'bee' is already on line 2",
        "word,a/,1 | line 2: got an empty first cell",
        "word,a/\"bee,1 | line 2: this is no readable table"
      })
  void whatIsWrongIsNamedWithFileAndLine(String content, String message) {
    assertThatThrownBy(() -> read(content.replace('/', '\n')))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("table.csv: ")
        .hasMessageContaining(message);
  }

  @Test
  void cellsThatNobodyAsksForMayHoldAnything() throws IOException {
    Path file =
        write("Word,Bigram,Conc.M,Conc.SD,Dom_Pos\ncelery,NA,4.85,0.37,Noun\ncow,0,x,0.2,\n");

    FeatureSpace space = FeatureTable.read(file).vectors(List.of("celery"));

    assertThat(space.columns("2-3").row(0)).containsExactly(4.85, 0.37);
    assertThat(space.value(0, 1)).isEqualTo(4.85);
    assertThatThrownBy(() -> space.value(0, 3))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("table.csv: line 2: got 'Noun' for 'Dom_Pos' where a finite number")
        .hasMessageContaining("Other columns may be taken");
    assertThatThrownBy(space::unitLength).hasMessageContaining("got 'NA' for 'Bigram'");
  }

  @Test
  void rowsThatNobodyAsksForAreNotedWhereTheyCannotBeRead() throws IOException {
    var notes = new ArrayList<String>();
    Path file = write("word,eat,see\ncelery,0.5,0.25\nzzz,NA,0.9\n");

    FeatureSpace space =
        FeatureTable.read(file, TableRules.of(Optional.empty(), notes::add))
            .vectors(List.of("celery"));

    assertThat(space.row(0)).containsExactly(0.5, 0.25);
    assertThat(notes)
        .containsExactly(
            file
                + ": 1 row of words that nobody asked for cannot be read, the first on line 3:"
                + " 'NA' for 'eat'");
  }

  @Test
  void aWordWithSeveralRowsIsAChoice() throws IOException {
    Path file = write("word,eat,see\ncelery,0.5,0.25\nbank,1,0\nbank,0,1\ncow,2,3\ncow,2,3\n");

    assertThat(bank(file, Duplicates.FIRST)).containsExactly(1, 0);
    assertThat(bank(file, Duplicates.MEAN)).containsExactly(0.5, 0.5);
    assertThatThrownBy(() -> bank(file, Duplicates.ERROR))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 4: 'bank' is already on line 3")
        .hasMessageContaining("take the first or their mean");
    FeatureSpace others = FeatureTable.read(file).vectors(List.of("celery", "cow"));
    assertThat(others.row(0)).as("nobody asked for the bank").containsExactly(0.5, 0.25);
    assertThat(others.row(1)).as("the same twice").containsExactly(2, 3);
  }

  private static double[] bank(Path file, Duplicates rule) throws IOException {
    var rules = new TableRules(Optional.empty(), rule, note -> {});
    return FeatureTable.read(file, rules).vectors(List.of("bank")).row(0);
  }

  @Test
  void aFileOfWordVectorsThatIsCutShortIsNoted() throws IOException {
    var notes = new ArrayList<String>();
    Path file = write("9 2\nthe 1 2\ncat 3 4\n");

    FeatureTable.read(file, TableRules.of(Optional.empty(), notes::add)).vectors(List.of("cat"));

    assertThat(notes).singleElement().asString().contains("promises 9 words, and there are 2");
  }

  /** Ten thousand times the rows, and no more memory than for those that are asked for. */
  @Test
  void pickingRowsOfALargeTableKeepsTheRestOutOfMemory() throws IOException {
    Path file = folder.resolve("large.tsv");
    String values = "\t0.123456".repeat(300);
    try (var out = Files.newBufferedWriter(file)) {
      out.write(
          "word" + IntStream.range(0, 300).mapToObj(i -> "\td" + i).collect(joining()) + "\n");
      for (int i = 0; i < 40_000; i++) {
        out.write("w" + i + values + "\n");
      }
    }
    var table = FeatureTable.read(file);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    FeatureSpace space = table.vectors(List.of("w17", "w39999"));

    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(space.words()).containsExactly("w17", "w39999");
    assertThat(Files.size(file)).isGreaterThan(90_000_000);
    assertThat(allocated).as("a word a row, no cells").isLessThan(Files.size(file) / 2);
  }

  @Test
  void columnNumbersAreAHeader() throws IOException {
    assertThat(read("word,0,1,2\nbee,5,6,7\n").features()).containsExactly("0", "1", "2");
  }

  @Test
  void whatIsWrittenReadsBackBitForBit() throws IOException {
    var names = List.of("WITH \"QUOTES\"", "tab\there", "ünï");
    double[] values = {1, 0.1, Math.PI * 1e-300, -0.0, 1e22, 123456789.123};
    var space =
        new FeatureSpace(
            "mine", List.of("bee", "a,b"), names, values, Map.of("corpus", "some text"));
    Path table = folder.resolve("out.tsv");

    assertThat(FeatureTableWriter.write(table, space))
        .containsExactly(table, folder.resolve("out.json"));

    var read = FeatureTable.read(table).space();
    assertThat(read.words()).isEqualTo(space.words());
    assertThat(read.features()).isEqualTo(names);
    assertThat(read.row(0)).containsExactly(space.row(0));
    assertThat(read.row(1)).containsExactly(space.row(1));
    assertThat(
            JsonMapper.shared().readTree(Files.readString(folder.resolve("out.json"))).toString())
        .isEqualTo(
            "{\"name\":\"mine\",\"words\":2,\"features\":3,\"provenance\":{\"corpus\":\"some"
                + " text\"}}");
    assertThat(read.provenance()).containsKeys("name", "file", "sha256");
  }

  @Test
  void aMisspeltWordIsAnsweredWithTheNearest() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("verb25_60nouns.csv"), "word,eat\ncelery,1\ncherry,2\nsalary,3\n");

    assertThat(FeatureTable.read(file).unknown("celry"))
        .hasMessage(
            "celry is not in verb25_60nouns.csv. Nearest: celery, cherry."
                + " Features of new words are counted in texts");
  }

  @Test
  void tablesOfOthersRead() throws IOException {
    var verbs = FeatureTable.read(SharedData.file("mitchell2008/verb25_60nouns.csv")).space();
    var answers = FeatureTable.read(SharedData.file("mitchell2008/mturk229_60nouns.csv")).space();
    var glove = FeatureTable.read(SharedData.file("mitchell2008/glove100_60nouns.tsv")).space();

    assertThat(verbs.vector("bear").orElseThrow())
        .hasSize(25)
        .startsWith(0.520, 0.520, 0.486)
        .endsWith(0.011, 0.000);
    assertThat(answers.features())
        .hasSize(229)
        .contains("IS IT AN ANIMAL?", "Aspect-ratio: skinny->fat");
    assertThat(answers.columns("1-218").features()).hasSize(218).doesNotContain("Word length");
    assertThat(glove.words()).hasSize(60);
    assertThat(glove.vector("refrigerator").orElseThrow()[99]).isCloseTo(0.17881, within(0.0));
  }

  private FeatureSpace read(String content) throws IOException {
    return FeatureTable.read(write(content)).space();
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), content);
  }
}
