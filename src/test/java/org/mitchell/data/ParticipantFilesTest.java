package org.mitchell.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.data.ParticipantFile.Format;
import org.mitchell.files.InputException;
import org.mitchell.testing.SharedData;

class ParticipantFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data-science-P1.mat",
        "P1.txt",
        "P1.csv",
        "P1.tsv",
        "P1.tsv.gz",
        "P1_1000-random-voxels.txt",
        "P1-session 2.csv.gz",
        "P1_voxels-all.txt",
        "P1.TXT"
      })
  void theseNamesHoldTheResponsesOfP1(String name) throws IOException {
    put(name);
    var found = ParticipantFiles.find(folder, "P1");
    assertThat(found.file().path()).isEqualTo(folder.resolve(name));
    assertThat(found.file().label()).isEqualTo("P1");
    assertThat(found.alternatives()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P10.txt",
        "P1a.txt",
        "P1é.txt",
        "xP1.txt",
        "P1",
        "P1.json",
        "P1.mat",
        "P1_voxels.tsv.gz",
        "P1_coords.csv",
        "P1_run_coords.txt",
        "data-science-P10.mat",
        "data-science-P1.mat.part",
        "data-science-P1.mat.sha256"
      })
  void theseNamesDoNot(String name) throws IOException {
    put(name);
    assertThatThrownBy(() -> ParticipantFiles.find(folder, "P1"))
        .isInstanceOf(InputException.class);
  }

  @Test
  void theMatlabFileComesFirstAndTheOthersAreNamed() throws IOException {
    put("P1_b.txt");
    put("P1-a.csv");
    put("data-science-P1.mat");
    var found = ParticipantFiles.find(folder, "P1");
    assertThat(found.file().path()).hasFileName("data-science-P1.mat");
    assertThat(found.file().format()).isEqualTo(Format.MATLAB);
    assertThat(found.alternatives())
        .containsExactly(folder.resolve("P1-a.csv"), folder.resolve("P1_b.txt"));
  }

  @Test
  void withoutAMatlabFileTheFirstNameIsTaken() throws IOException {
    put("P1_b.txt");
    put("P1_a.tsv");
    assertThat(ParticipantFiles.find(folder, "P1").file().path()).hasFileName("P1_a.tsv");
  }

  @Test
  void subfoldersAreNotSearched() throws IOException {
    Files.createDirectories(folder.resolve("P1.txt"));
    Files.createFile(Files.createDirectory(folder.resolve("more")).resolve("data-science-P1.mat"));
    assertThatThrownBy(() -> ParticipantFiles.find(folder, "P1"))
        .isInstanceOf(InputException.class);
  }

  @Test
  void aFileIsTakenWhateverItsNameAndTheSubjectIsItsLabel() throws IOException {
    put("measured.dat");
    var found = ParticipantFiles.find(folder.resolve("measured.dat"), "anna");
    assertThat(found.file())
        .isEqualTo(new ParticipantFile("anna", folder.resolve("measured.dat"), 12, Format.UNKNOWN));
  }

  @Test
  void whereThePapersParticipantsComeFromIsSaid() throws IOException {
    put("P2.txt");
    assertThatThrownBy(() -> ParticipantFiles.find(folder, "P1"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder + ": no responses of P1 here")
        .hasMessageContainingAll(
            "data-science-P1.mat", "Download P1 into " + folder, "simulate a participant", "P2");
  }

  @Test
  void whereToGetAPublicParticipantIsSaid() {
    assertThat(ParticipantFiles.whereToGet(Path.of("data"), "P9"))
        .isEqualTo("Download P9 into data, or simulate a participant");
  }

  @Test
  void aMissingFolderIsSaidToBeMissing() {
    Path missing = folder.resolve("nowhere");
    assertThatThrownBy(() -> ParticipantFiles.find(missing, "P1"))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("there is no such file or folder", "Download P1 into " + missing);
    assertThatThrownBy(() -> ParticipantFiles.list(missing)).isInstanceOf(InputException.class);
  }

  @Test
  void aMissingFileIsNotOfferedAsADownloadFolder() {
    assertThatThrownBy(() -> ParticipantFiles.find(folder.resolve("mine.tsv"), "P1"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Check where the data are")
        .hasMessageNotContaining("Download");
  }

  @Test
  void forOtherLabelsThoseInTheFolderAreNamed() throws IOException {
    put("P2.txt");
    put("data-science-S1.mat");
    assertThatThrownBy(() -> ParticipantFiles.find(folder, "S9"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Participants here: P2, S1.")
        .hasMessageNotContaining("Download");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P_1", "../P1", "P 1", "Pé", "P1*"})
  void aLabelIsLettersAndDigitsOnly(String label) {
    assertThatThrownBy(() -> ParticipantFiles.find(folder, label))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'" + label + "'");
  }

  @Test
  void theListIsInNaturalOrderAndLeavesOutWhatIsNotAParticipant() throws IOException {
    for (String name :
        List.of(
            "P10.txt",
            "P2_x.csv",
            "P2.tsv.gz",
            "data-science-P2.mat",
            "data-science-anna.mat",
            "README.txt",
            "participants.tsv",
            "P3_voxels.tsv",
            "verb25_60nouns.csv",
            "mturk229_1000words.csv",
            "07.txt")) {
      put(name);
    }
    var list = ParticipantFiles.list(folder);
    assertThat(list)
        .extracting(file -> file.path().getFileName().toString())
        .containsExactly(
            "07.txt",
            "data-science-P2.mat",
            "P2.tsv.gz",
            "P2_x.csv",
            "P10.txt",
            "data-science-anna.mat");
    assertThat(list)
        .extracting(ParticipantFile::label)
        .containsExactly("07", "P2", "P2", "P2", "P10", "anna");
    assertThat(list)
        .extracting(ParticipantFile::format)
        .containsExactly(
            Format.TXT, Format.MATLAB, Format.TSV, Format.CSV, Format.TXT, Format.MATLAB);
    assertThat(list).allMatch(file -> file.bytes() == 12);
  }

  @Test
  void aFileIsNoFolderToList() throws IOException {
    put("P1.txt");
    assertThatThrownBy(() -> ParticipantFiles.list(folder.resolve("P1.txt")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("where a folder is expected");
  }

  @Test
  void thePublicResponseTablesAreFound() throws IOException {
    Path responses = SharedData.file("mitchell2008/responses");
    assertThat(ParticipantFiles.find(responses, "P1").file().path())
        .hasFileName("P1_1000-random-voxels.txt");
    assertThat(ParticipantFiles.labels(responses))
        .containsExactly("P1", "P2", "P3", "P4", "P5", "P6");
  }

  @Test
  void thePublicVoxelTablesAndFeatureTablesAreNotResponses() throws IOException {
    assertThat(ParticipantFiles.list(SharedData.file("mitchell2008/geometry"))).isEmpty();
    assertThat(ParticipantFiles.list(SharedData.file("mitchell2008"))).isEmpty();
  }

  private void put(String name) throws IOException {
    Files.writeString(folder.resolve(name), "twelve bytes");
  }
}
