package org.mitchell.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

class ParticipantOptionsTest {
  @TempDir private Path folder;

  private Ran fit(String affine) {
    return Ran.fit(folder, "T1", Ran.T1, "--affine", affine);
  }

  @Test
  void checkNeedsNoLabelForOneFile() throws IOException {
    assertThat(checked(Ran.T1)).isEqualTo("T1");
    assertThat(checked(Files.copy(Ran.T1, folder.resolve("mine.mat")))).isEqualTo("01");
  }

  private static String checked(Path data) {
    JsonNode json =
        Ran.mitchell("check", "--data", data, "--features", Ran.FEATURES, "--few-words", "--json")
            .succeeds()
            .json();
    assertThat(json.path("subjects")).hasSize(1);
    return json.path("subjects").get(0).path("subject").asString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fit", "evaluate", "compare", "similarity", "leak"})
  void allOfOneFileAreWhomItsNameSays(String command) throws IOException {
    Path unnamed = Files.copy(Ran.T1, folder.resolve("mine.mat"));
    assertThat(ofAll(command, unnamed).failsWith(1).err()).contains("mine.mat", "--subject LABEL");
    assertThat(ofAll(command, folder.resolve("none.mat")).failsWith(1).err())
        .contains("none.mat", "no such file or folder");
    assertThat(ofAll(command, Ran.T1).succeeds().out()).contains("T1");
  }

  private Ran ofAll(String command, Path data) {
    var words = new ArrayList<Object>(List.of(command, "--subject", "all", "--data", data));
    words.addAll(List.of("--features", Ran.FEATURES, "--out", folder.resolve("out")));
    if (!command.equals("similarity")) {
      words.add("--few-words");
    }
    return Ran.mitchell(words.toArray());
  }

  @Test
  void numbersOfAnAffineAreCountedHoweverManyThereAre() {
    assertThat(fit("1,".repeat(100_000) + "1").failsWith(2).err())
        .contains("got 100001 numbers where 12 are expected");
  }

  @Test
  void aLongAffineThatIsNoneIsTakenForTheNameOfAFileAtOnce() {
    String digits = "1".repeat(100_000);
    assertThat(fit(digits + "," + digits + "x").status()).isNotZero();
  }

  @Test
  void theNumberThatIsNoneIsNamed() {
    assertThat(fit("1,0,0,0,0,1,0,0,0,0,1e,0").failsWith(2).err())
        .contains("--affine: got '1e' where a number is expected, the 11. of 12")
        .doesNotContain("input string");
  }
}
