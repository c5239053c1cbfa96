package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.files.InputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Models that were damaged, or whose files are of two fits. */
class DamagedModelTest {
  private static final List<String> ODD =
      List.of(
          "null",
          "\"\"",
          "\"x\"",
          "\"/\"",
          "-1",
          "0",
          "1.5",
          "1e300",
          "2147483648",
          "true",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "\"\\u0000\"",
          "[-1,1,1]",
          "[40000,40000,40000]");

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private Path model;

  @BeforeEach
  void aFit() {
    Ran.fit(folder, "T1", Ran.T1).succeeds();
    model = folder.resolve("sub-T1/sub-T1_task-nouns_model.json");
  }

  private Ran predict() {
    return Ran.mitchell(
        "predict", "apple", "--subject", "T1", "--model", folder, "--out", elsewhere);
  }

  /** Either the damage does not matter, or the user is told. */
  private void holds(String text, String what) throws IOException {
    Files.writeString(model, text);
    Ran ran = predict();
    if (ran.status() != 0) {
      assertThat(ran.err()).as(what).doesNotContain("error of the program itself");
      ran.failsWith(1);
    }
  }

  @Test
  void everyValueMayBeAnythingAndKeysMayBeMissing() throws IOException {
    String whole = Files.readString(model);
    for (Place place : places(JsonMapper.shared().readTree(whole))) {
      for (String odd : ODD) {
        JsonNode json = JsonMapper.shared().readTree(whole);
        place.set(json, JsonMapper.shared().readTree(odd));
        holds(JsonMapper.shared().writeValueAsString(json), place + " = " + odd);
      }
      JsonNode json = JsonMapper.shared().readTree(whole);
      place.remove(json);
      holds(JsonMapper.shared().writeValueAsString(json), place + " removed");
    }
  }

  @Test
  void aFileThatWasCutOffOrWhoseBytesChangedIsNoErrorOfTheProgram() throws IOException {
    byte[] whole = Files.readAllBytes(model);
    var random = new Random(1);
    for (int n = 0; n < 400; n++) {
      byte[] damaged = whole.clone();
      if (n % 4 == 0) {
        damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
      } else {
        for (int flips = random.nextInt(3); flips >= 0; flips--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
      }
      holds(new String(damaged, StandardCharsets.ISO_8859_1), "mutation " + n);
    }
  }

  @Test
  void theKeyIsNamed() throws IOException {
    String whole = Files.readString(model);
    Files.writeString(model, whole.replaceFirst("\"rank\" : [0-9]+", "\"rank\" : \"many\""));
    assertThat(predict().failsWith(1).err())
        .contains("model.json: 'rank': got \"many\" where a whole number")
        .contains("Fit the participant again");
  }

  /** As if a second fit had been killed between two of its renames, at each of them. */
  @Test
  void filesOfTwoFitsAreNeverMixed() throws IOException {
    SortedMap<String, String> first = Ran.files(folder);
    Path second = elsewhere.resolve("second");
    Ran.fit(second, "T1", Ran.T1, "--ridge", "3").succeeds();
    var replaced = new TreeSet<String>();
    for (String name : first.keySet()) {
      if (!name.endsWith("model.json")) {
        Files.copy(second.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        replaced.add(name);
      }
      boolean signatures =
          replaced.stream()
              .anyMatch(file -> file.matches(".*desc-signatures_statmap\\.(nii|tsv)\\.gz"));
      Ran ran = predict();
      if (signatures) {
        assertThat(ran.failsWith(1).err())
            .contains("SHA-256 differs", "a fit was broken off", "Fit the participant again");
      } else {
        ran.succeeds();
      }
    }
    assertThat(replaced).hasSizeGreaterThan(5);
  }

  /** A page that is open for long has read the model long before it asks for signatures. */
  @Test
  void signaturesOfALaterFitAreNotThoseOfTheModelThatWasRead() throws IOException {
    SavedFit read = SavedFit.read(folder, "T1");
    Ran.fit(folder, "T1", Ran.T1, "--ridge", "3").succeeds();
    assertThatThrownBy(() -> read.model().signatures().all())
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("signatures", "SHA-256 differs", "Fit the participant again");
    SavedFit anew = SavedFit.read(folder, "T1");
    assertThat(anew.model().signatures().all()).hasDimensions(5, 60);
  }

  /** The stability is read where the responses are gone. */
  @ParameterizedTest
  @ValueSource(strings = {"desc-brain_mask.nii.gz", "stat-stability_statmap.nii.gz"})
  void theMaskAndTheStabilityBelongToTheModelToo(String ending) throws IOException {
    Path data = Files.copy(Ran.T1, elsewhere.resolve("T1.mat"));
    Ran.fit(folder, "T1", data).succeeds();
    Files.delete(data);
    Path image = model.resolveSibling("sub-T1_task-nouns_space-MNI152Lin_stat-r_statmap.nii.gz");
    Object[] identify = {"identify", image, "--subject", "T1", "--model", folder};
    Ran.mitchell(identify).succeeds();
    Path file = model.resolveSibling("sub-T1_task-nouns_space-MNI152Lin_" + ending);
    byte[] bytes = Files.readAllBytes(file);
    bytes[9] ^= 1; // the operating system in gzip's header: the content stays
    Files.write(file, bytes);
    assertThat(Ran.mitchell(identify).failsWith(1).err()).contains(ending, "SHA-256 differs");
  }

  @Test
  void modelsOfEarlierVersionsThatNameNoFilesAreRead() throws IOException {
    var json = (ObjectNode) JsonMapper.shared().readTree(Files.readString(model));
    assertThat(json.remove("files")).isNotNull();
    Files.writeString(model, JsonMapper.shared().writeValueAsString(json));
    predict().succeeds();
  }

  /** A value inside a JSON document: the keys and numbers that lead to it. */
  private record Place(List<Object> steps) {
    private JsonNode parent(JsonNode root) {
      JsonNode node = root;
      for (Object step : steps.subList(0, steps.size() - 1)) {
        node = step instanceof Integer i ? node.path(i) : node.path((String) step);
      }
      return node;
    }

    private Object last() {
      return steps.get(steps.size() - 1);
    }

    void set(JsonNode root, JsonNode value) {
      if (parent(root) instanceof ArrayNode array) {
        array.set((Integer) last(), value);
      } else {
        ((ObjectNode) parent(root)).set((String) last(), value);
      }
    }

    void remove(JsonNode root) {
      if (parent(root) instanceof ArrayNode array) {
        array.remove((Integer) last());
      } else {
        ((ObjectNode) parent(root)).remove((String) last());
      }
    }
  }

  /** Every value, of long lists the first two; provenance is never read. */
  private static List<Place> places(JsonNode root) {
    var places = new ArrayList<Place>();
    add(root, List.of(), places);
    return places;
  }

  private static void add(JsonNode node, List<Object> steps, List<Place> places) {
    if (!steps.isEmpty()) {
      places.add(new Place(steps));
    }
    if (node instanceof ObjectNode object) {
      for (var entry : object.properties()) {
        if (!entry.getKey().equals("provenance")) {
          add(entry.getValue(), with(steps, entry.getKey()), places);
        }
      }
    }
    for (int i = 0; node.isArray() && i < Math.min(2, node.size()); i++) {
      add(node.get(i), with(steps, i), places);
    }
  }

  private static List<Object> with(List<Object> steps, Object step) {
    var longer = new ArrayList<Object>(steps);
    longer.add(step);
    return List.copyOf(longer);
  }
}
