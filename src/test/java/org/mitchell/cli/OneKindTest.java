package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A participant that was measured, for all that its table says, beside one that was simulated. */
class OneKindTest {
  @TempDir private static Path folder;
  private static SmallBrains brains;

  @BeforeAll
  static void oneOfEachKind() throws IOException {
    brains = new SmallBrains(folder);
    brains.simulate("made", 0.2);
    var random = new Random(1);
    var table = new StringBuilder();
    for (int w = 0; w < SmallBrains.WORDS; w++) {
      table.append("word%02d".formatted(w));
      for (int v = 0; v < 20; v++) {
        table.append(' ').append(random.nextGaussian());
      }
      table.append('\n');
    }
    Files.writeString(brains.data().resolve("real.txt"), table);
  }

  private static Ran run(String command, Object... more) {
    Object[] usual = {
      command, "--subject", "real,made", "--data", brains.data(), "--voxels", "all"
    };
    return Ran.mitchell(Stream.concat(Stream.of(usual), Stream.of(more)).toArray());
  }

  @Test
  void evaluateGivesEachAndNoMean() {
    Ran ran =
        run(
                "evaluate",
                "--features",
                brains.features(),
                "--permutations",
                "9",
                "--subsamples",
                "0",
                "--out",
                folder.resolve("e"),
                "--json")
            .succeeds();
    assertThat(ran.err()).contains("no mean of all participants: real is real and made SIMULATED");
    assertThat(ran.json().path("subjects")).hasSize(2);
    assertThat(ran.json().path("meanAccuracy").isNull()).isTrue();
    assertThat(ran.json().path("group").isNull()).isTrue();
  }

  @Test
  void compareRefusesThem() {
    Ran ran =
        run(
            "compare",
            "--features",
            "a=" + brains.features(),
            "--subsamples",
            "0",
            "--out",
            folder.resolve("c"));
    assertThat(ran.failsWith(1).err())
        .contains("real is real and made SIMULATED", "one kind with --subject");
    assertThat(folder.resolve("c")).doesNotExist();
  }

  @Test
  void aGroupMapRefusesThem() {
    Path fits = folder.resolve("fits");
    run("fit", "--features", brains.features(), "--out", fits).succeeds();
    assertThat(
            Ran.mitchell("map", "--model", fits, "--group", "mean", "--permutations", "0")
                .failsWith(1)
                .err())
        .contains("made SIMULATED", "one kind with --subject");
  }
}
