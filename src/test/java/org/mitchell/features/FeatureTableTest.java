package org.mitchell.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.files.InputException;
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
        "word,a/bee,1//ant | line 4: got 1 cells where 2 are expected",
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
                + " Features for new words: mitchell features build --nouns FILE");
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
    return FeatureTable.read(Files.writeString(folder.resolve("table.csv"), content)).space();
  }
}
