package org.mitchell.derivatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.files.InputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DatasetDescriptionTest {
  @TempDir private Path folder;

  @Test
  void whatPeopleAddedStaysWhenTheFolderIsWrittenToAgain() throws IOException {
    described(List.of(folder.resolve("one/P1.mat")), false);
    add("\"Authors\" : [ \"A. Author\" ],\n  \"License\" : \"CC0\"");
    JsonNode again = described(List.of(folder.resolve("two/P2.mat")), false);
    assertThat(again.path("Authors").path(0).asString()).isEqualTo("A. Author");
    assertThat(again.path("License").asString()).isEqualTo("CC0");
    assertThat(again.path("SourceDatasets").valueStream().map(s -> s.path("URL").asString()))
        .satisfiesExactly(
            one -> assertThat(one).endsWith("/one/"), two -> assertThat(two).endsWith("/two/"));
  }

  @Test
  void whatIsKnownOfASourceStays() throws IOException {
    described(List.of(folder.resolve("one/P1.mat")), false);
    Path file = DatasetDescription.file(folder);
    Files.writeString(
        file, Files.readString(file).replace("/one/\"", "/one/\", \"DOI\" : \"doi:10.1/x\""));
    JsonNode again = described(List.of(folder.resolve("one/P1.mat")), false);
    assertThat(again.path("SourceDatasets").path(0).path("DOI").asString()).isEqualTo("doi:10.1/x");
  }

  @Test
  void onceSimulatedAlwaysSimulated() throws IOException {
    described(List.of(folder.resolve("one/S1.mat")), true);
    assertThat(described(List.of(folder.resolve("two/P2.mat")), false).path("Name").asString())
        .contains("SIMULATED");
  }

  @Test
  void aDescriptionThatIsDamagedIsNotOverwritten() throws IOException {
    Files.writeString(DatasetDescription.file(folder), "{ \"Name\" : ");
    assertThatThrownBy(() -> DatasetDescription.text(folder, List.of(), false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("this folder's description is damaged");
  }

  private JsonNode described(List<Path> inputs, boolean simulated) throws IOException {
    String text = DatasetDescription.text(folder, inputs, simulated);
    Files.writeString(DatasetDescription.file(folder), text);
    return JsonMapper.shared().readTree(text);
  }

  private void add(String keys) throws IOException {
    Path file = DatasetDescription.file(folder);
    Files.writeString(file, Files.readString(file).replaceFirst("\\}\\s*$", ", " + keys + " }"));
  }
}
