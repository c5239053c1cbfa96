package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every Java from 17 on, without a warning that a user would have to explain. */
@Tag("external")
class JavaVersionsTest {
  @TempDir private Path folder;

  @Test
  void theRunningJavaHasNothingToSay() throws Exception {
    analyse(Programs.thisJava(), folder);
  }

  @Test
  void aNewerJavaHasNothingToSayAndGivesTheSameModel() throws Exception {
    Path newer = folder.resolve("newer");
    analyse(Programs.newerJava(), newer);
    Path running = folder.resolve("running");
    analyse(Programs.thisJava(), running);
    String pairs = "sub-T1/sub-T1_task-nouns_pairs.tsv";
    assertThat(Files.readString(newer.resolve(pairs)))
        .isEqualTo(Files.readString(running.resolve(pairs)));
    String apple =
        "sub-T1/sub-T1_task-nouns_space-MNI152Lin_contrast-apple_desc-predicted_statmap.nii.gz";
    assertThat(newer.resolve(apple)).exists();
  }

  private void analyse(Path java, Path out) throws Exception {
    for (String data : new String[] {"data-science-T1.mat", "data-science-T1-v73.mat"}) {
      Ran fit =
          Programs.java(
              java,
              List.of(),
              "fit",
              "--subject",
              "T1",
              "--data",
              Ran.ANALYSIS.resolve(data),
              "--features",
              Ran.FEATURES,
              "--affine",
              "-3.125,0,0,78.125,0,3.125,0,-112.5,0,0,6,-48",
              "--space",
              "MNI152Lin",
              "--out",
              out,
              "--json");
      assertThat(fit.succeeds().err()).isEmpty();
      assertThat(fit.json().path("correct").asInt()).isPositive();
    }
    Ran predict = Programs.java(java, List.of(), "predict", "apple", "--model", out);
    assertThat(predict.succeeds().err()).isEmpty();
    Ran simulate =
        Programs.java(
            java,
            List.of(),
            "simulate",
            "--subject",
            "s1",
            "--presentations",
            "1",
            "--out",
            out.resolve("data"));
    assertThat(simulate.succeeds().err().lines()).allMatch(line -> line.contains("left out"));
  }
}
