package org.mitchell.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;

/** {@code figure words} of a table of names with the features of another. */
class FigureCaptionsTest {
  private static final Path CAPTIONS = Path.of("examples/captions.tsv");

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void setUp() {
    out = folder.resolve("p.svg");
  }

  private Ran draw(Path table, Path features, Object... more) {
    Object[] first = {"figure", "words", table, "--features", features, "--out", out};
    Object[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Ran.mitchell(all);
  }

  private Path text(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void captionsOfOnePictureLieTogether() throws IOException {
    Path vectors = folder.resolve("v.tsv");
    Ran.mitchell("features", "embed", "--stimuli", CAPTIONS, "--out", vectors).succeeds();
    Ran ran =
        draw(CAPTIONS, vectors, "--method", "tsne", "--colour", "picture", "--json").succeeds();
    var purity = ran.json().path("purity");
    assertThat(purity.path("neighbours").asInt()).isEqualTo(4);
    // scikit-learn's NearestNeighbors: .9475; a few captions may round to the other side.
    assertThat(purity.path("inSpace").asDouble()).isBetween(.93, .965);
    assertThat(purity.path("inPlane").asDouble()).isGreaterThan(.95);
    assertThat(purity.path("chance").asDouble()).isEqualTo(4 / 99.0);
    assertThat(Files.readString(out))
        .contains(">fishing boat<")
        .contains("4 nearest neighbours: ")
        .contains(" of its picture; perplexity");
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    Path names = text("n.tsv", "name\tpicture\na\tx\nb\tx\nc\ty\n");
    Path features = text("f.tsv", "word\td1\td2\na\t1\t0\nb\t1\t1\n");
    assertThat(draw(names, features, "--colour", "picture").failsWith(1).err())
        .contains(
            "f.tsv: got no row for 'c' where one for each of the 3 names of n.tsv is expected");
    assertThat(draw(names, features, "--colour", "kind").failsWith(1).err())
        .contains(
            "n.tsv: got the columns name, picture where one behind the names is called 'kind'");
    assertThat(draw(names, features).failsWith(2).err())
        .contains("--features and --colour: give both, or neither");
    Path empty = text("e.tsv", "name\tpicture\na\tx\nb\t\n");
    assertThat(draw(empty, features, "--colour", "picture").failsWith(1).err())
        .contains("e.tsv: line 3: got no picture for 'b' where one is expected");
    Path single = text("s.tsv", "name\tpicture\na\tx\nb\ty\nc\tz\n");
    Path three = text("g.tsv", "word\td1\td2\na\t1\t0\nb\t1\t1\nc\t0\t1\n");
    assertThat(draw(single, three, "--colour", "picture").failsWith(1).err())
        .contains("s.tsv: picture: no two words are of one group");
    assertThat(draw(names, features, "--colour", "picture", "--words", "a").failsWith(2).err())
        .contains("--colour: the table says which names are drawn");
    assertThat(out).doesNotExist();
  }
}
