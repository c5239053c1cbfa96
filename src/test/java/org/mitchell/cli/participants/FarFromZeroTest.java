package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import tools.jackson.databind.JsonNode;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

/**
 * A number that is added to all responses changes no figure, as long as the file has the digits.
 */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class FarFromZeroTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(doubles = {1e5, 1e7, 1e8, -1e8, 1e9})
  void anOffsetInAMatFileChangesNoFigure(double offset) throws IOException {
    assertSameFigures(mat(offset, false), offset);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e5, 1e7, 1e8, -1e8, 1e9})
  void anOffsetInATableChangesNoFigure(double offset) throws IOException {
    assertSameFigures(table(offset), offset);
  }

  @Test
  void anotherOffsetForEveryVoxelChangesNoFigureEither() throws IOException {
    Path file = mat(1e6, true);
    assertSameFigures(file, 1e6);
  }

  @Test
  void digitsThatAreLostInTheFileAreSaid() throws IOException {
    Path file = folder.resolve("lost.tsv");
    Files.write(file, rows(x -> BigDecimal.valueOf((float) (x + 1e7)).toPlainString()));
    assertThat(fit(file).err())
        .contains(
            "60 of 60 voxels have fewer than 256 distinguishable values (column 0: about 1.00e+07,"
                + " within",
            "Take each voxel's mean off before saving in single precision");
    assertThat(fit(Ran.T1).err()).doesNotContain("distinguishable");
    assertThat(fit(table(1e9)).err()).doesNotContain("distinguishable");
  }

  @Test
  void theMeanThatIdentifyTakesOffAnImageIsTheWholeMean() throws IOException {
    Path responses = table(1e8);
    fit(responses);
    Path image = folder.resolve("image.tsv");
    var lines = new ArrayList<String>(List.of("column\tresponse"));
    String[] row = rows(x -> BigDecimal.valueOf(x + 1e8).toPlainString()).get(1).split("\t");
    for (int v = 0; v < row.length - 2; v++) {
      lines.add(v + "\t" + row[v + 2]);
    }
    Files.write(image, lines);
    Path fits = folder.resolve("fits");
    JsonNode far = identify(image, fits, "--subtract-mean");

    fit(table(0));
    lines.clear();
    lines.add("column\tresponse");
    row = rows(x -> BigDecimal.valueOf(x).toPlainString()).get(1).split("\t");
    for (int v = 0; v < row.length - 2; v++) {
      lines.add(v + "\t" + row[v + 2]);
    }
    Files.write(image, lines);
    JsonNode near = identify(image, fits, "--subtract-mean");
    assertThat(similarities(far)).hasSize(14);
    for (int i = 0; i < 14; i++) {
      assertThat(similarities(far).get(i)).isCloseTo(similarities(near).get(i), within(1e-5));
    }
  }

  private static JsonNode identify(Path image, Path fits, String more) {
    return Ran.mitchell(
            "identify", image, "--subject", "T1", "--model", fits, more, "--top", 14, "--json")
        .succeeds()
        .json();
  }

  private static List<Double> similarities(JsonNode json) {
    return json.findValues("similarity").stream().map(JsonNode::asDouble).toList();
  }

  private void assertSameFigures(Path file, double offset) throws IOException {
    JsonNode near = fit(Ran.T1).json();
    Ran ran = fit(file);
    JsonNode far = ran.json();
    assertThat(ran.err()).doesNotContain("distinguishable");
    assertThat(far.path("pairs").asInt()).isEqualTo(91);
    assertThat(far.path("correct").asDouble()).isEqualTo(near.path("correct").asDouble());
    assertThat(far.path("map").path("mean").asDouble())
        .isCloseTo(near.path("map").path("mean").asDouble(), within(1e-5));
  }

  private Ran fit(Path file) {
    return Ran.fit(folder.resolve("fits"), "T1", file, "--json", "--ridge", 1).succeeds();
  }

  /** A participant's numbers as text. */
  private interface Written {
    String number(double value);
  }

  private Path table(double offset) throws IOException {
    Path file = folder.resolve("far.tsv");
    // Exact in decimals, which no float or double is.
    Files.write(file, rows(x -> new BigDecimal(x).add(BigDecimal.valueOf(offset)).toPlainString()));
    return file;
  }

  private static List<String> rows(Written how) throws IOException {
    Responses responses = participant();
    var header = new StringBuilder("word\tpresentation");
    for (int v = 0; v < responses.voxels(); v++) {
      header.append("\tv").append(v);
    }
    var lines = new ArrayList<String>(List.of(header.toString()));
    for (int w = 0; w < responses.words().size(); w++) {
      for (int p = 0; p < responses.presentations(w); p++) {
        var line = new StringBuilder(responses.words().get(w) + "\t" + (p + 1));
        for (float value : responses.trial(w, p)) {
          line.append('\t').append(how.number(value));
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  private Path mat(double offset, boolean byVoxel) throws IOException {
    Responses responses = participant();
    int count = responses.words().size() * responses.presentations(0);
    var info = Mat5.newStruct(1, count);
    var data = Mat5.newCell(count, 1);
    for (int t = 0; t < count; t++) {
      int w = t % responses.words().size();
      int p = t / responses.words().size();
      info.set("word", t, Mat5.newString(responses.words().get(w)));
      info.set("cond", t, Mat5.newString(responses.stimuli().get(w).category()));
      info.set("epoch", t, Mat5.newScalar(p + 1));
      Matrix image = Mat5.newMatrix(1, responses.voxels());
      for (int v = 0; v < responses.voxels(); v++) {
        image.setDouble(0, v, responses.trial(w, p)[v] + offset * (byVoxel ? v : 1));
      }
      data.set(t, image);
    }
    Path file = folder.resolve("far.mat");
    var mat = Mat5.newMatFile().addArray("info", info).addArray("data", data);
    Mat5.writeToFile(mat, file.toFile());
    return file;
  }

  private static Responses participant() throws IOException {
    return ResponsesReader.read(Ran.T1, "T1", ReadOptions.DEFAULT);
  }
}
