package org.mitchell.cli.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mitchell.cli.Ran.mitchell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;

/** Questions that have no answer, and files at the edge of what is read, are said plainly. */
class VectorEdgesTest {
  @TempDir Path folder;
  private Path vectors;

  @BeforeEach
  void write() throws IOException {
    vectors = file("some.txt", "5 3\ncat 1 2 3\ndog 1 2 4\nzero 0 0 0\nsame 2 2 2\ntwin 2 4 6\n");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Ran ask(Object... words) {
    var all = new ArrayList<Object>(List.of("vectors"));
    all.addAll(List.of(words));
    all.addAll(List.of("--vectors", vectors));
    return mitchell(all.toArray());
  }

  @Test
  void wordsWithoutDirectionHaveNoCosine() {
    String zeros =
        "the vector of 'zero' in some.txt has zeros alone: nothing can be said of its cosine";
    assertThat(ask("neighbours", "zero").failsWith(1).err()).contains(zeros);
    assertThat(ask("analogy", "cat", "dog", "zero").failsWith(1).err()).contains(zeros);
    assertThat(ask("odd-one-out", "cat", "dog", "zero").failsWith(1).err()).contains(zeros);
    assertThat(ask("project", "zero", "--axis", "cat,dog").failsWith(1).err()).contains(zeros);
    assertThat(ask("neighbours", "same", "--metric", "correlation").failsWith(1).err())
        .contains("'same' in some.txt has equal numbers alone")
        .contains("its correlation");
    assertThat(ask("neighbours", "same").succeeds().out()).contains("cat").doesNotContain("zero");
    assertThat(ask("neighbours", "zero", "--metric", "euclid").succeeds().out()).contains("same");
    assertThat(ask("similarity", "zero", "cat").succeeds().out())
        .contains("n/a")
        .doesNotContain("NaN");
  }

  @Test
  void anAxisNeedsTwoDirections() {
    assertThat(ask("project", "dog", "--axis", "cat,twin").failsWith(1).err())
        .contains("'cat' and 'twin' have the same direction in some.txt");
    assertThat(ask("project", "dog", "--axis", "cat,Cat").failsWith(1).err())
        .contains("'cat' and 'cat' have the same direction");
  }

  @Test
  void aSumOfTwoWordsIsOneThoughItHasThreeParts() {
    assertThat(ask("analogy", "cat", "-", "same").succeeds().out()).contains("cat - same in some");
    assertThat(ask("analogy", "cat", "+", "dog").succeeds().out()).contains("cat + dog in some");
    assertThat(ask("analogy", "cat - cat").failsWith(1).err()).contains("cancel each other");
  }

  @Test
  void moreWordsThanThereAreMayBeAskedFor() {
    Ran ran = ask("neighbours", "cat", "--most", Integer.MAX_VALUE, "--json");
    assertThat(ran.succeeds().json().path("neighbours").size()).isEqualTo(3);
  }

  @Test
  void theOnlyWordHasNoNeighbour() throws IOException {
    vectors = file("one.txt", "1 2\ncat 1 2\n");
    assertThat(ask("neighbours", "cat").succeeds().out()).contains("no other word");
  }

  @Test
  void whatNoPairCoversIsNoFigure() throws IOException {
    Path pairs = file("pairs.tsv", "a\tb\tscore\ncat\tdog\t1\ncat\tsame\t2\nx\ty\t3\n");
    Path questions = file("questions.txt", ": gram\nq w e r\n");
    Ran ran = ask("benchmark", "--pairs", pairs, "--analogies", questions);
    assertThat(ran.succeeds().out()).contains("n/a").doesNotContain("NaN");
    Path picture = folder.resolve("picture.svg");
    assertThat(
            ask("benchmark", "--pairs", pairs, "--analogies", questions, "--picture", picture)
                .failsWith(1)
                .err())
        .contains("--picture: there is nothing to draw");
    assertThat(picture).doesNotExist();
  }
}
