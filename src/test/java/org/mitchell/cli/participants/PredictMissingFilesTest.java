package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mitchell.cli.participants.TwoParticipants.first;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code predict} says where files of the fit were moved, changed, damaged or never made. */
class PredictMissingFilesTest {
  @TempDir private Path folder;
  private TwoParticipants two;
  private Path data;
  private Path model;

  @BeforeEach
  void participantsOfTheirOwn() throws IOException {
    two = TwoParticipants.in(folder);
    data = two.data();
    model = two.model();
  }

  @Test
  void responsesThatWereMovedAreMissedAndSaid() throws IOException {
    two.fit("T1");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.move(data.resolve("data-science-T1.mat"), elsewhere.resolve("data-science-T1.mat"));
    Ran without = two.predict("apple", "--json").succeeds();
    assertThat(without.err()).contains("no longer at", "data-science-T1.mat", "--data PATH");
    assertThat(first(without).path("heldOut").asBoolean()).isFalse();
    assertThat(first(without).path("outputs")).hasSize(1);
    assertThat(first(without).path("rAll").isNull()).isTrue();
    assertThat(two.predict("apple").out()).contains("the model of all words, this one included");
    for (Path there : List.of(elsewhere, elsewhere.resolve("data-science-T1.mat"))) {
      Ran with = two.predict("apple", "--data", there, "--json").succeeds();
      assertThat(with.err()).isEmpty();
      assertThat(first(with).path("heldOut").asBoolean()).isTrue();
    }
  }

  @Test
  void responsesThatChangedAreAnError() throws IOException {
    two.fit("T1");
    Files.copy(Ran.T2, data.resolve("data-science-T1.mat"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(two.predict("apple").failsWith(1).err())
        .contains("data-science-T1.mat", "SHA-256", "Fit again");
    assertThat(
            two.predict("apple", "--data", data.resolve("data-science-T2.mat")).failsWith(1).err())
        .contains("SHA-256");
  }

  @Test
  void featuresThatWereMovedAreMissedOnlyForNewWords() throws IOException {
    Path features = Files.copy(Ran.FEATURES, folder.resolve("mine.csv"));
    Ran.mitchell("fit", "--subject", "T1", "--data", data, "--features", features, "--out", model)
        .succeeds();
    Files.delete(features);
    two.predict("apple").succeeds();
    assertThat(two.predict("aple").failsWith(1).err())
        .contains("'aple'", "Nearest: apple", "mine.csv", "--features FILE");
  }

  @Test
  void nobodyFittedSaysWhatToDoFirst() {
    assertThat(two.predict("apple").failsWith(1).err())
        .contains("no participant has been fitted", "mitchell fit --subject");
    two.fit("T1");
    assertThat(two.predict("apple", "--subject", "T2").failsWith(1).err())
        .contains("T2 has not been fitted here", "fitted here: T1", "mitchell fit --subject T2");
  }

  @Test
  void aDamagedModelIsAnErrorThatSaysWhatToDo() throws IOException {
    two.fit("T1");
    String start = "sub-T1/sub-T1_task-nouns_";
    Path signatures = model.resolve(start + "space-MNI152Lin_desc-signatures_statmap.nii.gz");
    Path mask = model.resolve(start + "space-MNI152Lin_desc-brain_mask.nii.gz");
    Path json = model.resolve(start + "model.json");
    for (Path file : List.of(signatures, mask, json)) {
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      assertThat(two.predict("apple").failsWith(1).err())
          .as("half of it")
          .contains(file.getFileName().toString());
      Files.delete(file);
      assertThat(two.predict("apple", "--subject", "T1").failsWith(1).err())
          .as("without it")
          .contains(file.getFileName().toString());
      Files.write(file, whole);
    }
    Files.writeString(json, Files.readString(json).replace("\"layout\" : 1", "\"layout\" : 3"));
    assertThat(two.predict("apple").failsWith(1).err())
        .contains("layout 3 where 1 or 2 is expected", "Fit the participant again");
    Files.writeString(json, "{}");
    assertThat(two.predict("apple").failsWith(1).err())
        .contains("model.json", "Fit the participant again");
  }

  @Test
  void aDamagedTableOfSignaturesIsAnError() throws IOException {
    Ran.fit(model, "T1", Ran.ANALYSIS.resolve("T1.tsv")).succeeds();
    Path table = model.resolve("sub-T1/sub-T1_task-nouns_desc-signatures_statmap.tsv.gz");
    byte[] whole = Files.readAllBytes(table);
    Files.write(table, Arrays.copyOf(whole, whole.length / 2));
    assertThat(two.predict("apple").failsWith(1).err())
        .contains(table.getFileName().toString(), "Fit the participant again");
    forgetHashes(); // as in models of earlier versions: else the SHA-256 tells
    Files.writeString(table, "column\tsee\teat\tride\tcut\tgrow\n0\t1\t2\tx\t4\t5\n");
    assertThat(two.predict("apple").failsWith(1).err()).contains("line 2", "x");
    Files.writeString(table, "");
    assertThat(two.predict("apple").failsWith(1).err()).contains(table.getFileName().toString());
    Files.writeString(table, "column\tsee\teat\tride\tcut\tgrow\n0\t1\t2\t3\t4\t5\n1\t1\t2\n");
    assertThat(two.predict("apple").failsWith(1).err()).contains(table.getFileName().toString());
  }

  private void forgetHashes() throws IOException {
    Path file = model.resolve("sub-T1/sub-T1_task-nouns_model.json");
    var json = (ObjectNode) Ran.json(file);
    json.remove("files");
    Files.writeString(file, JsonMapper.shared().writeValueAsString(json));
  }
}
