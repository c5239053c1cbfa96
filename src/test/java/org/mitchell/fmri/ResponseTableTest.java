package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;

class ResponseTableTest {
  @TempDir Path folder;

  /** Each holds: cat 1.5 -2 3e-1, dog 4 5 6. */
  static Stream<String> layouts() {
    return Stream.of(
        "dog 4 5 6\ncat 1.5 -2 3e-1\n",
        "dog 4 5 6\ncat 1.5 -2 3e-1",
        "  dog   4 5  6  \n\n \ncat 1.5 -2 3e-1\n",
        "dog\t4\t5\t6\ncat\t1.5\t-2\t3e-1\n",
        "dog,4,5,6\ncat,1.5,-2,3e-1\n",
        "dog;4;5;6\ncat;1.5;-2;3e-1\n",
        "dog, 4, 5, 6\ncat , 1.5 , -2 , 3e-1\n",
        "word v0 v1 v2\ndog 4 5 6\ncat 1.5 -2 3e-1\n",
        "word,0,1,2\ndog,4,5,6\ncat,1.5,-2,3e-1\n",
        "Word\t1\t2\t3\ndog\t4\t5\t6\ncat\t1.5\t-2\t3e-1\n",
        ",0,1,2\ndog,4,5,6\ncat,1.5,-2,3e-1\n",
        "noun,a,b,c\ndog,4,5,6\ncat,1.5,-2,3e-1\n",
        "\"dog\",\"4\",5,6\n\"cat\",1.5,-2,\"3e-1\"\n",
        "\uFEFFword,a,b,c\ndog,4,5,6\ncat,1.5,-2,3e-1\n",
        "\uFEFFdog 4 5 6\ncat 1.5 -2 3e-1\n",
        "dog,4,5,6\r\ncat,1.5,-2,3e-1\r\n",
        "dog 4 5 6\r\ncat 1.5 -2 3e-1\r\n",
        "\n\nword,a,b,c\n\ndog,4,5,6\n\n\ncat,1.5,-2,3e-1\n\n");
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyLayoutGivesTheSameResponses(String text) throws IOException {
    var responses = read(text.getBytes(StandardCharsets.UTF_8), "table.txt");
    assertThat(responses.words()).containsExactly("cat", "dog");
    assertThat(responses.commonPresentations()).isEqualTo(1);
    assertThat(responses.trial(0, 0)).containsExactly(1.5f, -2, 0.3f);
    assertThat(responses.trial(1, 0)).containsExactly(4, 5, 6);
    assertThat(responses.participant()).isEqualTo("P7");
    assertThat(responses.grid()).isEmpty();
  }

  @Test
  void gzipIsToldByItsFirstBytesWhateverTheName() throws IOException {
    byte[] text = "dog 4 5\ncat 1 2\n".getBytes(StandardCharsets.UTF_8);
    for (String name : new String[] {"P1.txt", "P1.tsv.gz", "P1"}) {
      assertThat(read(gzip(text), name).trial(0, 0)).containsExactly(1, 2);
    }
    assertThat(read(text, "plain.txt.gz").trial(0, 0)).containsExactly(1, 2);
  }

  @Test
  void theRowsOfAWordAreItsPresentations() throws IOException {
    var responses =
        read("cat 1 1\ndog 5 5\ncat 2 2\ncat 3 3\n".getBytes(StandardCharsets.UTF_8), "t.txt");
    assertThat(responses.presentations(0)).isEqualTo(3);
    assertThat(responses.presentations(1)).isEqualTo(1);
    assertThat(responses.trial(0, 0)).containsExactly(1, 1);
    assertThat(responses.trial(0, 2)).containsExactly(3, 3);
    assertThat(responses.balanced()).isFalse();
  }

  @Test
  void numberedPresentationsComeInTheOrderOfTheirNumbers() throws IOException {
    String text =
        """
        word,v0,epoch,v1,cond
        cat,10,10,11,animal
        saw,1,2,1,tool
        cat,20,9,21,animal
        """;
    var responses = read(text.getBytes(StandardCharsets.UTF_8), "t.csv");
    assertThat(responses.voxels()).isEqualTo(2);
    assertThat(responses.trial(0, 0)).containsExactly(20, 21);
    assertThat(responses.trial(0, 1)).containsExactly(10, 11);
    assertThat(responses.stimuli())
        .containsExactly(new Stimulus("cat", "animal"), new Stimulus("saw", "tool"));
  }

  @Test
  void aHeaderMayNameOnlyWhatIsNoVoxel() throws IOException {
    var responses =
        read("noun Category 0 1\ncat animal 3 4\n".getBytes(StandardCharsets.UTF_8), "t.txt");
    assertThat(responses.trial(0, 0)).containsExactly(3, 4);
    assertThat(responses.stimuli().get(0).category()).isEqualTo("animal");
  }

  @Test
  void theStudyColumnSaysThatResponsesAreSimulated() throws IOException {
    var responses =
        read(
            "word,study,v0\ncat,SIMULATED by mitchell,1\n".getBytes(StandardCharsets.UTF_8),
            "t.csv");
    assertThat(responses.simulated()).isTrue();
    assertThat(responses.voxels()).isEqualTo(1);
  }

  /** Of two voxels each; the session decides, not the order of the rows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "word,session,v0,v1\ncat,2,20,21\ncat,1,10,11\n",
        "word\trun\tsession\tv0\tv1\ncat\t1\t2\t20\t21\ncat\t2\t1\t10\t11\n",
        "word,session,v0,v1\ncat,ses-02,20,21\ncat,ses-01,10,11\n",
        "word,presentation,v0,v1\ncat,2.0,20,21\ncat,1.0,10,11\n",
        "word,subject,run,onset,v0,v1\ncat,7,2,0.5,20,21\ncat,7,1,3.5,10,11\n",
        ",word,session,v0,v1\n0,cat,2,20,21\n1,cat,1,10,11\n"
      })
  void whatIsNoVoxelIsSetApartByItsName(String text) throws IOException {
    var responses = read(text.getBytes(StandardCharsets.UTF_8), "t.csv");

    assertThat(responses.voxels()).isEqualTo(2);
    assertThat(responses.trial(0, 0)).containsExactly(10, 11);
    assertThat(responses.trial(0, 1)).containsExactly(20, 21);
  }

  @Test
  void columnsThatAreNotReadAreSaid() throws IOException {
    var responses = read("word,subject,v0\ncat,7,1\n".getBytes(StandardCharsets.UTF_8), "t.csv");

    assertThat(responses.notes()).containsExactly("1 column beside the voxels not read: subject");
  }

  @Test
  void aColumnThatNobodyKnowsIsNoVoxel() {
    assertThatThrownBy(
            () ->
                read(
                    "word,scanner_type,v0\ncat,3T,1\ndog,3T,2\n".getBytes(StandardCharsets.UTF_8),
                    "t.csv"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("t.csv: line 1, column 2: 'scanner_type' holds text");
    String names = "v0,v1,v2,v3,v4,v5,v6,v7,v8,v9";
    assertThatThrownBy(
            () ->
                read(
                    ("word,valence," + names + "\ncat,5,0,1,2,3,4,5,6,7,8,9\n")
                        .getBytes(StandardCharsets.UTF_8),
                    "t.csv"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'valence' is no voxel by its name: others are called v0");
  }

  @Test
  void emptyCellsAreMissingValues() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "word,v0,v1\ncat,1,\ndog,2,3\n");

    assertThatThrownBy(() -> ResponsesReader.read(file, "P7", ReadOptions.DEFAULT))
        .hasMessageContaining("voxel column 1 (of 0..1): the value is NaN")
        .hasMessageContaining("Those voxels can be left out");
    var dropped =
        ResponsesReader.read(file, "P7", new ReadOptions(true, Optional.empty(), Optional.empty()));
    assertThat(dropped.voxels()).isEqualTo(1);
    assertThat(dropped.trial(0, 0)).containsExactly(1);
  }

  /** One of the 180 concepts of Pereira et al. (2018) is the word "word". */
  @Test
  void theWordWordMayHaveResponses() throws IOException {
    var responses = read("word 0.25 1.5\ncat 1 2\n".getBytes(StandardCharsets.UTF_8), "t.txt");
    assertThat(responses.words()).containsExactly("cat", "word");
    assertThat(responses.trial(1, 0)).containsExactly(0.25f, 1.5f);
  }

  @Test
  void wordsKeepTheirAccentsAndBlanks() throws IOException {
    var responses =
        read("\"ice cream\",1\n\u00e9t\u00e9,2\n".getBytes(StandardCharsets.UTF_8), "t.csv");
    assertThat(responses.words()).containsExactly("ice cream", "\u00e9t\u00e9");
  }

  private Responses read(byte[] content, String name) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, content);
    return ResponsesReader.read(file, "P7", ReadOptions.DEFAULT);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
