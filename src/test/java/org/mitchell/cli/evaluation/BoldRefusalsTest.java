package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.cli.Ran;

/** What cannot be done with the trials of BOLD runs is said before images are made of them. */
class BoldRefusalsTest {
  private static final Path DATA = Path.of("testdata/bids");

  @TempDir private Path out;

  /** The study has 12 words. */
  @ParameterizedTest
  @CsvSource({"compare, k:40", "compare, fold", "leak, k:40", "leak, fold"})
  void anImpossibleCrossValidationIsFoundBeforeImagesAreMade(String command, String cv)
      throws IOException {
    Ran ran = run(DATA.resolve("study"), command, "--cv", cv, "--few-words");
    String expected =
        cv.equals("fold") ? "folds by list need the fold of every trial" : "participant 01";
    assertThat(ran.failsWith(1).err()).contains(expected);
    requireNoImages();
  }

  @Test
  void leavingRunsOutNeedsMoreThanOneRun() throws IOException {
    Path one = oneRun();
    assertThat(run(one, "compare", "--cv", "run").failsWith(1).err())
        .contains("leaving runs out needs at least 2 runs; participant 01 has 1 run");
    requireNoImages();
  }

  @Test
  void aDistanceThatTakesPresentationsIsRefusedBeforeImagesAreMade() throws IOException {
    assertThat(run(oneRun(), "similarity", "--distance", "crossnobis").failsWith(1).err())
        .contains("the crossnobis distance takes two presentations or more of every word");
    requireNoImages();
  }

  /** Participant 01 with one session of one run. */
  private Path oneRun() throws IOException {
    Path copy = out.resolve("study");
    Path study = DATA.resolve("study");
    try (Stream<Path> files = Files.walk(study)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = study.relativize(file).toString();
        if (!name.contains("run-2") && !name.contains("ses-b")) {
          Files.createDirectories(copy.resolve(name).getParent());
          Files.copy(file, copy.resolve(name));
        }
      }
    }
    return copy;
  }

  private void requireNoImages() throws IOException {
    try (Stream<Path> files = Files.walk(out.resolve("results"))) {
      assertThat(files.map(Path::toString)).noneMatch(file -> file.endsWith("_betas.nii.gz"));
    }
  }

  private Ran run(Path study, String command, Object... more) throws IOException {
    Path results = Files.createDirectories(out.resolve("results"));
    var words = new ArrayList<Object>(List.of(command, "--bids", study, "--subject", "01"));
    words.addAll(List.of("--features", DATA.resolve("features.csv"), "--out", results));
    Stream.of(more)
        .filter(word -> !word.equals("--few-words") || command.equals("leak"))
        .forEach(words::add);
    return Ran.mitchell(words.toArray());
  }
}
