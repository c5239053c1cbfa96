package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code --out} may lead, said before anything is read; and that no input is replaced. */
class OutputsTest {
  private static final String TEXT = "A dog eats celery.\n";
  private static final String TABLE = "word\tsee\teat\ncelery\t0\t2\ndog\t1\t3\n";

  @TempDir private Path folder;

  @BeforeEach
  void inputs() throws IOException {
    Files.writeString(folder.resolve("text.txt"), TEXT);
    Files.writeString(folder.resolve("nouns.tsv"), "celery\ndog\n");
    Files.writeString(folder.resolve("verbs.json"), "eat\nsee\n");
    Files.writeString(folder.resolve("a.tsv"), TABLE);
    Files.writeString(folder.resolve("a.json"), "{\"about\": \"a\"}\n");
    Files.writeString(folder.resolve("b.svg"), TABLE);
    Files.writeString(
        folder.resolve("counts.tsv"),
        "noun\tverb\tcount\ncelery\teat\t2\ncelery\tsee\t0\ndog\teat\t3\ndog\tsee\t1\n");
    Files.writeString(folder.resolve("counts.json"), "{\"tokens\": 30}\n");
  }

  private Ran mitchell(String line) {
    return Ran.mitchell(
        Arrays.stream(line.split(" ")).map(word -> word.replace("@", folder + "/")).toArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "corpus count --corpus nowhere",
        "corpus vocabulary --corpus nowhere",
        "features build --corpus nowhere",
        "features build --counts nowhere",
        "features compare nowhere nowhere",
      })
  void aPlaceThatCannotBeWrittenIsSaidBeforeAnythingIsRead(String command) throws IOException {
    Files.createDirectory(folder.resolve("taken.tsv"));
    Files.createDirectory(folder.resolve("beside.json"));

    assertThat(mitchell(command + " --out @taken.tsv").failsWith(1).err())
        .contains("taken.tsv: this is a folder where a file is to be written");
    assertThat(mitchell(command + " --out @beside.tsv").failsWith(1).err())
        .contains("beside.json: this is a folder where a file is to be written");
    assertThat(mitchell(command + " --out @text.txt/out.tsv").failsWith(1).err())
        .contains("text.txt is a file, not a folder", "--out");
    assertThat(mitchell(command + " --out /").failsWith(2).err())
        .contains("--out: got '/' where the name of a file is expected");
    assertThat(mitchell(command + " --out=").failsWith(2).err())
        .contains("got '' where the name of a file or folder is expected");
  }

  @Test
  void soItIsWithAPictureAndWithTheStateOfARun() throws IOException {
    Files.createDirectory(folder.resolve("taken.svg"));
    Files.createDirectory(folder.resolve("out.tsv.checkpoint"));

    assertThat(mitchell("features plot nowhere --out @taken.svg").failsWith(1).err())
        .contains("taken.svg: this is a folder where a file is to be written");
    assertThat(mitchell("corpus count --corpus nowhere --out @out.tsv").failsWith(1).err())
        .contains("out.tsv.checkpoint: this is a folder where a file is to be written");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "corpus count --corpus @text.txt --out @text.txt",
        "corpus count --corpus @ --out @text.txt",
        "corpus count --corpus @text.txt --nouns @nouns.tsv --out @nouns.tsv",
        "corpus count --corpus @text.txt --verbs @verbs.json --out @verbs.tsv",
        "corpus vocabulary --corpus @a.json --out @a.tsv",
        "corpus vocabulary --corpus @text.txt --out @../$/text.txt",
        "features build --corpus @text.txt --out @text.txt",
        "features build --corpus @text.txt --nouns @nouns.tsv --out @nouns.tsv",
        "features build --nouns @nouns.tsv --out @nouns.tsv",
        "features build --counts @counts.tsv --out @counts.tsv",
        "features build --counts @counts.tsv --out @counts.csv",
        "features compare @a.tsv @b.svg --out @a.tsv",
        "features compare @b.svg @a.tsv --out @a.csv",
        "features plot @b.svg --out @b.svg",
        "features plot @a.tsv --categories @b.svg --out @b.svg",
      })
  void anInputIsNeverReplaced(String line) throws IOException {
    var before = Ran.files(folder);

    Ran ran = mitchell(line.replace("$", folder.getFileName().toString())).failsWith(2);

    assertThat(ran.err()).contains("would be replaced, and is to be read");
    assertThat(Ran.files(folder)).isEqualTo(before);
  }

  @Test
  void anotherNameOfAnInputIsTheInput() throws IOException {
    Path linked =
        Files.createSymbolicLink(folder.resolve("linked.tsv"), folder.resolve("text.txt"));

    mitchell("corpus count --corpus @text.txt --out @linked.tsv").failsWith(2);

    assertThat(linked).isSymbolicLink().hasContent(TEXT);
  }

  @Test
  void theStateOfAKilledRunIsNoTextOfTheFolderThatIsCounted() throws IOException {
    mitchell("corpus count --corpus @text.txt --out @one.tsv").succeeds();
    Files.createDirectory(folder.resolve("texts"));
    Files.writeString(folder.resolve("texts/text.txt"), TEXT);
    Files.writeString(folder.resolve("texts/c.tsv.checkpoint"), "half a state that eats celery");

    mitchell("corpus count --corpus @texts --out @texts/c.tsv").succeeds();

    assertThat(folder.resolve("texts/c.tsv")).hasSameTextualContentAs(folder.resolve("one.tsv"));
    assertThat(folder.resolve("texts/c.tsv.checkpoint")).doesNotExist();
    assertThat(mitchell("corpus count --corpus @texts --out @texts/c.tsv").failsWith(2).err())
        .contains("c.json would be replaced");
  }

  @Test
  void aFolderThatIsNotThereIsMade() throws IOException {
    for (String command :
        List.of(
            "corpus count --corpus @text.txt",
            "corpus vocabulary --corpus @text.txt",
            "features build --counts @counts.tsv")) {
      Path out = folder.resolve(command.replaceAll("\\W", "")).resolve("deep/out.tsv");

      mitchell(command + " --out " + out).succeeds();

      assertThat(out).isNotEmptyFile();
    }
  }
}
