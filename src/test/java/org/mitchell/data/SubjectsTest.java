package org.mitchell.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;

class SubjectsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P1            | P1",
        "P3,P1         | P3 P1",
        "P1, P2        | P1 P2",
        "P1..P3        | P1 P2 P3",
        "P9..P11       | P9 P10 P11",
        "M08..M11      | M08 M09 M10 M11",
        "1..3          | 1 2 3",
        "sub1x7..sub1x8| sub1x7 sub1x8",
        "P4..P4        | P4",
        "S1,P1..P2,anna| S1 P1 P2 anna",
        "P2,P1..P3     | P2 P1 P3"
      })
  void listsAndRangesAreRead(String text, String labels) throws IOException {
    assertThat(Subjects.parse(text, folder)).containsExactly(labels.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "P1,",
        "P1,,P2",
        "P-1",
        "P1;P2",
        "P3..P1",
        "P1..S3",
        "P1..",
        "..P3",
        "P1...P3",
        "P1..9",
        "anna..bob",
        "P01..P9",
        "P1..P999999999",
        "P1..P99999999999999999999",
        "all,P1",
        "P1,all"
      })
  void whatIsNotAListIsRefusedWithTheTextInQuestion(String text) {
    assertThatThrownBy(() -> Subjects.parse(text, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("got '");
  }

  @Test
  void allMeansEveryParticipantOfTheFolderInNaturalOrder() throws IOException {
    for (String name : List.of("P10.txt", "data-science-P2.mat", "P2.txt", "P1.csv", "notes.txt")) {
      Files.createFile(folder.resolve(name));
    }
    assertThat(Subjects.parse("all", folder)).containsExactly("P1", "P2", "P10");
  }

  @Test
  void allInAnEmptyFolderSaysWhereToGetData() {
    assertThatThrownBy(() -> Subjects.parse("all", folder))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(folder.toString(), "Download P1 into ");
  }

  @Test
  void allOfAFileIsTheParticipantOfItsName() throws IOException {
    for (String name : List.of("data-science-sim1.mat", "S3_mean.csv.gz")) {
      Files.createFile(folder.resolve(name));
    }
    assertThat(Subjects.parse("all", folder.resolve("data-science-sim1.mat")))
        .containsExactly("sim1");
    assertThat(Subjects.parse(" all ", folder.resolve("S3_mean.csv.gz"))).containsExactly("S3");
  }

  @Test
  void allOfAFileThatNamesNobodyAsksForTheLabel() throws IOException {
    Path file = Files.createFile(folder.resolve("responses.csv"));
    assertThatThrownBy(() -> Subjects.parse("all", file))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(file.toString(), "Give the participant's label");
  }

  @Test
  void allOfWhatIsNotThereIsNeitherFileNorFolder() {
    assertThatThrownBy(() -> Subjects.parse("all", folder.resolve("P1.csv")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no such file or folder");
  }

  @Test
  void severalParticipantsCannotShareAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("P1.txt"));
    assertThat(Subjects.parse("P1", file)).containsExactly("P1");
    assertThatThrownBy(() -> Subjects.parse("P1,P2", file))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(file.toString(), "one file for 2 participants");
  }

  @Test
  void numbersAreWrittenTheSameInEveryLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Subjects.parse("P1..P2", folder)).containsExactly("P1", "P2");
    } finally {
      Locale.setDefault(before);
    }
  }
}
