package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mitchell.cli.pages.ViewOfOneFit.WORD;
import static org.mitchell.cli.pages.ViewOfOneFit.file;
import static org.mitchell.cli.pages.ViewOfOneFit.json;
import static org.mitchell.cli.pages.ViewOfOneFit.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.cli.RunningView;
import org.mitchell.nifti.NiftiReader;
import tools.jackson.databind.JsonNode;

/** What {@code view} answers: what the command line says. */
class ViewCommandTest {
  @TempDir private static Path folder;

  @RegisterExtension private static final ViewOfOneFit one = new ViewOfOneFit(() -> folder);

  @ParameterizedTest
  @ValueSource(strings = {"word03", "unicorn"})
  void aPredictionIsThatOfTheCommandLine(String word) throws Exception {
    JsonNode known = one.running().json("word", "{\"fit\":0,\"word\":\"%s\"}".formatted(word));
    String question =
        known.path("trained").asBoolean()
            ? WORD
            : "{\"fit\":0,\"vector\":%s}".formatted(known.path("vector"));
    assertThat(image(one.running().post("predict", question)))
        .isEqualTo(commandLine(word, "desc-predicted_statmap.nii.gz"));
  }

  @Test
  void aTrainedWordIsHeldOutInWhateverCaseItIsTyped() throws Exception {
    String typed = "{\"fit\":0,\"word\":\"Word03\"}";
    JsonNode known = one.running().json("word", typed);
    assertThat(known.path("word").asString()).isEqualTo("word03");
    assertThat(known.path("trained").asBoolean()).isTrue();
    assertThat(known.path("notes").path(0).asString()).contains("'Word03' is taken for 'word03'");
    assertThat(known.path("rAll")).isEqualTo(one.running().json("word", WORD).path("rAll"));
    assertThat(image(one.running().post("predict", typed)))
        .isEqualTo(image(one.running().post("predict", WORD)));
    assertThat(image(one.running().post("observed", typed)))
        .isEqualTo(image(one.running().post("observed", WORD)));
  }

  @Test
  void aLinkOfManyFeaturesIsTaken() throws IOException {
    String state =
        "word=word03&features="
            + IntStream.range(0, 1000)
                .mapToObj(f -> "0.%015d".formatted(f))
                .collect(Collectors.joining("%2C"));
    try (var begun = RunningView.startAt(state, "--model", one.fits())) {
      assertThat(begun.process().isAlive()).isTrue();
    }
  }

  @Test
  void aPlaceFarBeyondTheBrainIsOutside() throws Exception {
    for (String place : new String[] {"[4294967296,0,0]", "[-1e300,0,0]", "[1e300,1e300,1e300]"}) {
      for (String kind : new String[] {"mm", "ijk"}) {
        JsonNode answer =
            one.running().json("voxel", "{\"fit\":0,\"%s\":%s}".formatted(kind, place));
        assertThat(answer.path("inside").asBoolean()).as("%s %s", kind, place).isFalse();
      }
    }
    String inside = one.running().json("word", WORD).path("peak").toString();
    JsonNode voxel = one.running().json("voxel", "{\"fit\":0,\"mm\":%s}".formatted(inside));
    int i = voxel.path("voxel").path("ijk").get(0).asInt();
    int j = voxel.path("voxel").path("ijk").get(1).asInt();
    int k = voxel.path("voxel").path("ijk").get(2).asInt();
    String wrapped = "{\"fit\":0,\"ijk\":[%d,%d,%d]}".formatted(i + (1L << 32), j, k);
    assertThat(one.running().json("voxel", wrapped).path("inside").asBoolean()).isFalse();
  }

  @Test
  void anObservedImageIsThatOfTheCommandLine() throws Exception {
    assertThat(image(one.running().post("observed", WORD)))
        .isEqualTo(commandLine("word03", "desc-observed_statmap.nii.gz"));
    JsonNode said =
        Ran.mitchell(
                "predict",
                "word03",
                "--model",
                one.fits(),
                "--out",
                folder.resolve("r"),
                "--json",
                "--subject",
                "sim1")
            .succeeds()
            .json();
    JsonNode known = one.running().json("word", WORD);
    assertThat(known.path("rAll").asDouble()).isEqualTo(said.findValue("rAll").asDouble());
    assertThat(known.path("rSelected").asDouble())
        .isEqualTo(said.findValue("rSelected").asDouble());
  }

  @Test
  void aVoxelHasTheCoefficientsOfTheSignaturesAndTheWordsOfItsResponses() throws Exception {
    JsonNode known = one.running().json("word", WORD);
    JsonNode answer =
        one.running().json("voxel", "{\"fit\":0,\"mm\":%s}".formatted(known.path("peak")));
    JsonNode voxel = answer.path("voxel");
    int[] ijk = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      ijk[axis] = voxel.path("ijk").get(axis).asInt();
    }
    var signatures = NiftiReader.read(file(one.fits(), "desc-signatures_statmap.nii.gz"));
    assertThat(voxel.path("coefficients").path("eat").floatValue())
        .isEqualTo((float) signatures.value(ijk[0], ijk[1], ijk[2], 1));
    JsonNode best = voxel.path("best").get(0);
    String question = "{\"fit\":0,\"word\":%s}".formatted(best.path("word"));
    int[] dims = signatures.dims();
    float[] observed = image(one.running().post("observed", question));
    assertThat(best.path("response").floatValue())
        .isEqualTo(observed[ijk[0] + dims[0] * (ijk[1] + dims[1] * ijk[2])]);
    assertThat(
            one.running().json("voxel", "{\"fit\":0,\"mm\":[500,0,0]}").path("inside").asBoolean())
        .isFalse();
  }

  @Test
  void aRankingIsThatOfTheCommandLine() throws Exception {
    Path image = one.commandLineFile("word05", "desc-observed_statmap.nii.gz");
    HttpResponse<byte[]> answer = one.running().post("identify?0", Files.readAllBytes(image));
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode guesses = json(answer).path("guesses");
    JsonNode expected =
        firstArray(
            Ran.mitchell(
                    "identify",
                    image,
                    "--subject",
                    "sim1",
                    "--model",
                    one.fits(),
                    "--json",
                    "--top",
                    "10")
                .succeeds()
                .json(),
            "candidates");
    assertThat(guesses.size()).isEqualTo(10);
    for (int g = 0; g < guesses.size(); g++) {
      assertThat(guesses.get(g).path("word")).isEqualTo(expected.get(g).path("word"));
      assertThat(guesses.get(g).path("similarity").asDouble())
          .isCloseTo(expected.get(g).path("similarity").asDouble(), within(1e-12));
    }
  }

  @Test
  void withoutResponsesThePredictionIsOfTheModelThatSawTheWord() throws Exception {
    try (var alone = RunningView.start("--model", copyWithoutResponses())) {
      JsonNode known = alone.json("word", WORD);
      assertThat(known.path("observed").asBoolean()).isFalse();
      assertThat(known.path("whyNotObserved").asString()).endsWith("Say where they are now.");
      assertThat(known.path("predictedBy").asString())
          .isEqualTo("the model of all words, this one included");
      assertThat(alone.post("observed", WORD).statusCode()).isEqualTo(204);
    }
  }

  private static float[] image(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    return NiftiReader.read(new ByteArrayInputStream(answer.body()), "answer").toFloats();
  }

  private static float[] commandLine(String word, String end) throws IOException {
    return NiftiReader.read(one.commandLineFile(word, end)).toFloats();
  }

  private static Path copyWithoutResponses() throws IOException {
    Path copy = folder.resolve("alone");
    try (var files = Files.walk(one.fits())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(one.fits().relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Path model = file(copy, "model.json");
    String gone = folder.resolve("data").toString();
    Files.writeString(model, Files.readString(model).replace(gone, gone + "-moved"));
    return copy;
  }

  private static JsonNode firstArray(JsonNode node, String name) {
    return node.findValues(name).stream().filter(JsonNode::isArray).findFirst().orElseThrow();
  }
}
