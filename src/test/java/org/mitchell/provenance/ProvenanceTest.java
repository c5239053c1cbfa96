package org.mitchell.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.files.InputException;
import tools.jackson.databind.json.JsonMapper;

class ProvenanceTest {
  /** SHA-256 of "abc", from FIPS 180-2, appendix B.1. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void anInputIsDescribedByPathSizeAndChecksum() throws IOException {
    Path file = Files.writeString(folder.resolve("abc.txt"), "abc");
    assertThat(Provenance.Input.of(file)).isEqualTo(new Provenance.Input(file.toString(), 3, ABC));
  }

  @Test
  void aMissingInputIsNamed() {
    Path missing = folder.resolve("missing.mat");
    assertThatThrownBy(() -> Provenance.Input.of(missing))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void jsonHasAFixedOrderAndNothingThatChangesFromRunToRun() {
    assertThat(json(example().withSeed(42)))
        .isEqualTo(
            "{\"tool\":{\"name\":\"mitchell\",\"version\":\"0.1.0\",\"commit\":\"0a1b2c3\"},"
                + "\"arguments\":[\"fit\",\"--subject\",\"P1\"],"
                + "\"inputs\":[{\"path\":\"z.mat\",\"bytes\":3,\"sha256\":\""
                + ABC
                + "\"},{\"path\":\"a.csv\",\"bytes\":0,\"sha256\":\"00\"}],"
                + "\"parameters\":{\"voxels\":500,\"ridge\":0.5,\"scale\":\"unit\",\"strict\":false,"
                + "\"columns\":[1,218]},\"seed\":42}");
  }

  @Test
  void withoutRandomNumbersThereIsNoSeed() {
    assertThat(example().toMap()).containsOnlyKeys("tool", "arguments", "inputs", "parameters");
    assertThat(example().withSeed(0).toMap()).containsEntry("seed", 0L);
  }

  @Test
  void theRunningBuildIsTheTool() {
    var provenance = Provenance.of(List.of("check"), List.of(), Map.of("voxels", 5));
    assertThat(provenance.tool()).isEqualTo("mitchell");
    assertThat(provenance.build()).isEqualTo(BuildInfo.current());
    assertThat(provenance.seed()).isEmpty();
  }

  @Test
  void laterChangesOfWhatWasGivenChangeNothing() {
    var arguments = new ArrayList<>(List.of("fit"));
    var columns = new ArrayList<Object>(List.of(1));
    var parameters = new LinkedHashMap<String, Object>(Map.of("columns", columns));
    var provenance = Provenance.of(arguments, List.of(), parameters);
    arguments.add("more");
    columns.add(2);
    parameters.put("more", 1);
    assertThat(provenance.arguments()).containsExactly("fit");
    assertThat(provenance.parameters()).isEqualTo(Map.of("columns", List.of(1)));
  }

  @Test
  void whatIsHandedOutCannotBeChanged() {
    assertThatThrownBy(() -> example().toMap().put("a", 1))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> example().parameters().put("a", 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aParameterWithoutAFormInJsonIsRefusedByName() {
    for (Object value : List.of(Double.NaN, Double.POSITIVE_INFINITY, folder, List.of(Float.NaN))) {
      assertThatThrownBy(() -> Provenance.of(List.of(), List.of(), Map.of("ridge", value)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("parameters.ridge: got ");
    }
  }

  private static Provenance example() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("voxels", 500);
    parameters.put("ridge", 0.5);
    parameters.put("scale", "unit");
    parameters.put("strict", false);
    parameters.put("columns", List.of(1, 218));
    var inputs =
        List.of(new Provenance.Input("z.mat", 3, ABC), new Provenance.Input("a.csv", 0, "00"));
    return new Provenance(
        Provenance.TOOL,
        new BuildInfo("0.1.0", "0a1b2c3"),
        List.of("fit", "--subject", "P1"),
        inputs,
        parameters,
        OptionalLong.empty());
  }

  private static String json(Provenance provenance) {
    return JsonMapper.builder().build().writeValueAsString(provenance.toMap());
  }
}
