package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same content gives the same responses, or the same complaint, whatever the version of the
 * MATLAB file; contents and what they give by testdata/fmri/make_contents.py.
 */
class MatContentTest {
  private static final Path CONTENTS = Path.of("testdata/fmri/contents");

  @TempDir Path folder;

  static Stream<Arguments> contents() {
    JsonNode cases = JsonMapper.shared().readTree(CONTENTS.resolve("contents.json"));
    return cases
        .valueStream()
        .flatMap(
            content ->
                Stream.of("v5", "v73", "v5-compressed", "v5-big-endian", "v5-big-endian-compressed")
                    .map(version -> file(content, version))
                    .filter(Files::exists)
                    .map(file -> Arguments.of(file.getFileName().toString(), content)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void everyContentIsReadAlike(String name, JsonNode content) throws IOException {
    Path file = CONTENTS.resolve(name);
    if (content.has("complaint")) {
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(file + ": " + content.get("complaint").asString());
      return;
    }
    Responses responses = read(file);
    List<String> words = texts(content.get("words"));
    assertThat(responses.words()).isEqualTo(words);
    assertThat(responses.stimuli())
        .extracting(Stimulus::category)
        .isEqualTo(texts(content.get("categories")));
    for (int w = 0; w < words.size(); w++) {
      JsonNode images = content.get("images").get(words.get(w));
      assertThat(responses.presentations(w)).isEqualTo(images.size());
      for (int p = 0; p < images.size(); p++) {
        assertThat(responses.trial(w, p))
            .as("%s, presentation %d", words.get(w), p + 1)
            .containsExactly(numbers(images.get(p)));
      }
    }
    if (content.has("note")) {
      assertThat(responses.notes()).anyMatch(n -> n.contains(content.get("note").asString()));
    } else {
      assertThat(responses.grid().orElseThrow().voxel(1)).containsExactly(2, 1, 0);
    }
  }

  @Test
  void everyCaseIsThereInBothVersions() {
    List<String> names = contents().map(a -> (String) a.get()[0]).toList();
    assertThat(names.stream().filter(n -> n.endsWith("-v5.mat")).count())
        .isEqualTo(names.stream().filter(n -> n.endsWith("-v73.mat")).count())
        .isGreaterThan(80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"version-4.mat", "version-4-big-endian.mat"})
  void versionFourIsNamed(String name) throws IOException {
    Path file = CONTENTS.resolve(name);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ": a MATLAB v4 file, which cannot hold cells and structs, where v5 to v7.3 is"
                + " expected. Save it again from MATLAB without '-v4'");
    Path otherwiseNamed = Files.copy(file, folder.resolve("participant"));
    assertThatThrownBy(() -> read(otherwiseNamed)).hasMessageContaining("a MATLAB v4 file");
  }

  @Test
  void aComplaintNeverPrintsAllNumbers() throws IOException {
    Path file = CONTENTS.resolve("coordinates-wide-v5.mat");
    assertThatThrownBy(() -> read(file))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  private static Path file(JsonNode content, String version) {
    return CONTENTS.resolve(content.get("name").asString() + "-" + version + ".mat");
  }

  private static Responses read(Path file) throws IOException {
    return ResponsesReader.read(
        file, "T", new ReadOptions(false, Optional.empty(), Optional.empty()));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static float[] numbers(JsonNode array) {
    var numbers = new float[array.size()];
    for (int n = 0; n < numbers.length; n++) {
      numbers[n] = (float) array.get(n).asDouble();
    }
    return numbers;
  }
}
