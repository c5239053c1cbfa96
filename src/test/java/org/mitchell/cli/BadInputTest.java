package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What users get wrong: a line or two that says what, where and what to do, and nothing
 * half-written.
 */
class BadInputTest {
  private static final Path TABLE = Ran.ANALYSIS.resolve("T1.tsv");

  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  /** Fits a file that cannot be used. */
  private Ran failing(Path data, Object... more) throws IOException {
    Ran ran = Ran.fit(out(), "T1", data, more).failsWith(1);
    assertThat(Ran.files(out())).as("nothing is written").isEmpty();
    return ran;
  }

  private Path changedTable(UnaryOperator<List<String>> change) throws IOException {
    var rows = new ArrayList<>(Files.readAllLines(TABLE));
    return Files.write(folder.resolve("bad.tsv"), change.apply(rows));
  }

  private static String cell(String row, int cell, String value) {
    String[] cells = row.split("\t");
    cells[cell] = value;
    return String.join("\t", cells);
  }

  @Test
  void aTruncatedMatFileAtAnyLength() throws IOException {
    byte[] whole = Files.readAllBytes(Ran.T1);
    for (int length :
        new int[] {0, 1, 64, 127, 128, 130, 1000, whole.length / 2, whole.length - 1}) {
      Path cut = Files.write(folder.resolve("data-science-T1.mat"), Arrays.copyOf(whole, length));
      assertThat(failing(cut).err()).as("%d bytes", length).contains("data-science-T1.mat");
    }
  }

  @Test
  void garbageUnderAnyName() throws IOException {
    var garbage = new byte[5000];
    new Random(1).nextBytes(garbage);
    for (String name :
        new String[] {"data-science-T1.mat", "T1.tsv", "T1.csv.gz", "T1.txt", "T1.bin"}) {
      assertThat(failing(Files.write(folder.resolve(name), garbage)).err()).as(name).contains(name);
    }
  }

  @Test
  void aTruncatedV73File() throws IOException {
    byte[] whole = Files.readAllBytes(Ran.ANALYSIS.resolve("data-science-T1-v73.mat"));
    for (int length : new int[] {512, 600, 5000, whole.length / 2}) {
      Path cut = Files.write(folder.resolve("cut.mat"), Arrays.copyOf(whole, length));
      assertThat(failing(cut).err()).as("%d bytes", length).contains("cut.mat");
    }
  }

  @Test
  void aTruncatedGzip() throws IOException {
    byte[] whole = Files.readAllBytes(Ran.ANALYSIS.resolve("T1-mean.csv.gz"));
    Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
    assertThat(failing(cut).err()).contains("cut.csv.gz");
  }

  @Test
  void anEmptyFile() throws IOException {
    assertThat(failing(Files.createFile(folder.resolve("T1.tsv"))).err()).contains("T1.tsv");
    assertThat(failing(Files.createFile(folder.resolve("data-science-T1.mat"))).err())
        .contains("data-science-T1.mat");
  }

  @Test
  void aRowWithTooFewValues() throws IOException {
    Path bad =
        changedTable(
            rows -> {
              rows.set(7, rows.get(7).substring(0, rows.get(7).lastIndexOf('\t')));
              return rows;
            });
    assertThat(failing(bad).err()).contains("bad.tsv", "line 8", "61", "62");
  }

  @Test
  void aCellThatIsNoNumber() throws IOException {
    Path bad =
        changedTable(
            rows -> {
              rows.set(9, cell(rows.get(9), 4, "1,5"));
              return rows;
            });
    assertThat(failing(bad).err()).contains("bad.tsv", "line 10", "1,5");
  }

  @Test
  void anInfiniteValue() throws IOException {
    Path bad =
        changedTable(
            rows -> {
              rows.set(9, cell(rows.get(9), 4, "Infinity"));
              return rows;
            });
    assertThat(failing(bad).err()).contains("bad.tsv", "--drop-nan");
  }

  @Test
  void allVoxelsNaN() throws IOException {
    Path bad =
        changedTable(
            rows -> {
              String[] cells = rows.get(5).split("\t");
              Arrays.fill(cells, 2, cells.length, "NaN");
              rows.set(5, String.join("\t", cells));
              return rows;
            });
    assertThat(failing(bad, "--drop-nan").err()).contains("bad.tsv");
  }

  @Test
  void fewerThanFourWords() throws IOException {
    Path bad =
        changedTable(
            rows ->
                Stream.concat(
                        Stream.of(rows.get(0)),
                        rows.stream()
                            .filter(
                                r ->
                                    r.startsWith("apple\t")
                                        || r.startsWith("axe\t")
                                        || r.startsWith("dog\t")))
                    .toList());
    assertThat(failing(bad).err()).contains("3", "4", "words");
  }

  @Test
  void noWordInCommonWithTheFeatures() throws IOException {
    Path features =
        Files.writeString(folder.resolve("other.csv"), "word,a,b\nsoap,1,2\nrope,2,1\n");
    Ran ran =
        Ran.mitchell(
                "fit", "--subject", "T1", "--data", Ran.T1, "--features", features, "--out", out())
            .failsWith(1);
    assertThat(ran.err()).contains("no word in common", "apple, axe", "other.csv");
    assertThat(Ran.files(out())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word,a,b\napple,1\n",
        "word,a,b\napple,1,x\n",
        "word,a,b\napple,1,2\napple,2,1\n",
        "word,a,a\napple,1,2\n",
        "word\napple\n",
        "word,a,b\napple,1,NaN\n",
        "word,a,b\n",
        "",
        "\"word,a\napple,1\n"
      })
  void featureTablesThatAreNone(String text) throws IOException {
    Path features = Files.writeString(folder.resolve("bad.csv"), text);
    Ran ran =
        Ran.mitchell(
                "fit", "--subject", "T1", "--data", Ran.T1, "--features", features, "--out", out())
            .failsWith(1);
    assertThat(ran.err()).contains("bad.csv");
    assertThat(Ran.files(out())).isEmpty();
  }

  @Test
  void aFolderWithoutData() throws IOException {
    Path nothing = folder.resolve("nothing");
    assertThat(Ran.fit(out(), "P1", nothing).failsWith(1).err())
        .contains(nothing.toString(), "mitchell data get P1", "mitchell simulate");
    Files.createDirectory(nothing);
    assertThat(Ran.fit(out(), "P1", nothing).failsWith(1).err())
        .contains("mitchell data get P1", "mitchell simulate");
    Files.copy(Ran.T2, nothing.resolve("data-science-T2.mat"));
    assertThat(Ran.fit(out(), "P1", nothing).failsWith(1).err())
        .contains("Participants here: T2", "data-science-P1.mat");
    assertThat(Ran.fit(out(), "all", folder).failsWith(1).err()).contains(folder.toString());
    assertThat(Ran.files(out())).isEmpty();
  }

  @Test
  void oneMissingParticipantOfSeveralStopsBeforeTheFirst() throws IOException {
    Files.copy(Ran.T2, folder.resolve("data-science-T2.mat"));
    assertThat(Ran.fit(out(), "T2,T3", folder).failsWith(1).err()).contains("T3");
    assertThat(Ran.files(out())).isEmpty();
  }

  @Test
  void coordinatesThatDoNotFit() throws IOException {
    Path few = folder.resolve("few.tsv");
    Files.write(few, Files.readAllLines(Ran.ANALYSIS.resolve("T1_coords_ijk.tsv")).subList(0, 50));
    assertThat(failing(TABLE, "--coords", few).err()).contains("few.tsv", "49", "60");
    Path twice = folder.resolve("twice.tsv");
    var rows = new ArrayList<>(Files.readAllLines(Ran.ANALYSIS.resolve("T1_coords_ijk.tsv")));
    rows.set(5, rows.get(4));
    Files.write(twice, rows);
    assertThat(failing(TABLE, "--coords", twice).err()).contains("twice.tsv");
    assertThat(failing(TABLE, "--coords", folder.resolve("none.tsv")).err())
        .contains("none.tsv", "no such file");
  }

  @Test
  void categoriesThatAreNone() throws IOException {
    Path bad = Files.writeString(folder.resolve("cats.csv"), "apple\n");
    assertThat(failing(Ran.T1, "--categories", bad).err()).contains("cats.csv");
    assertThat(failing(Ran.T1, "--categories", folder.resolve("none.csv")).err())
        .contains("none.csv", "no such file");
  }

  @Test
  void anAffineFileThatIsNoImage() throws IOException {
    assertThat(failing(Ran.T1, "--affine", Ran.FEATURES).err()).contains("features_T.csv");
    assertThat(failing(Ran.T1, "--affine", folder.resolve("none.nii")).err()).contains("none.nii");
  }

  @Test
  void columnsThatAreNotThere() throws IOException {
    assertThat(failing(Ran.T1, "--columns", "1-9").err()).contains("9", "1 to 5");
    assertThat(failing(Ran.T1, "--columns", "two").err()).contains("two", "1-218");
  }

  @Test
  void aFileInTheWayOfTheFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "mine");
    assertThat(Ran.fit(file, "T1", Ran.T1).failsWith(1).err()).contains("taken", "--out");
    assertThat(Files.readString(file)).isEqualTo("mine");
  }

  @Test
  void aFailureLeavesAnEarlierFitAsItWas() throws IOException {
    Ran.fit(out(), "T1", Ran.T1).succeeds();
    Files.delete(out().resolve("sub-T1/sub-T1_task-nouns_evaluation.json"));
    // A folder in the place of one file: what the others held stays.
    Files.createDirectories(out().resolve("sub-T1/sub-T1_task-nouns_evaluation.json/in-the-way"));
    var before = Ran.files(out());
    assertThat(Ran.fit(out(), "T1", Ran.T1, "--ridge", "3").failsWith(1).err())
        .contains("evaluation.json");
    assertThat(Ran.files(out())).isEqualTo(before);
  }

  @Test
  @Tag("external")
  void aFullDiskLeavesNothing() throws Exception {
    Path nouns =
        Files.writeString(folder.resolve("nouns.txt"), "celery\ndog\nhammer\nhouse\ncar\n");
    Ran.mitchell(
            "simulate",
            "--subject",
            "sim1",
            "--nouns",
            nouns,
            "--presentations",
            "2",
            "--out",
            folder)
        .succeeds();
    String java = Programs.thisJava().resolve("bin/java").toString();
    // Files above 40 KB fail as on a full disk; Java's own performance counters must not be one of
    // them.
    Ran ran =
        Programs.bash(
            Map.of(),
            folder,
            "-c",
            "ulimit -f 40; exec \"$@\"",
            "bash",
            java,
            "-XX:-UsePerfData",
            "-cp",
            Programs.classPath(),
            Mitchell.class.getName(),
            "fit",
            "--subject",
            "sim1",
            "--data",
            folder,
            "--voxels",
            "20",
            "--out",
            out());
    assertThat(ran.failsWith(1).err()).contains("could not be written");
    assertThat(Ran.files(out())).isEmpty();
  }

  @Test
  void aStackTraceOnlyWithDebug() {
    Ran ran = Ran.fit(out(), "P1", folder.resolve("nothing"), "--debug");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("mitchell data get P1", "InputException", "\tat org.mitchell.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--ridge=-1",
        "--ridge=NaN",
        "--ridge=x",
        "--voxels=0",
        "--voxels=-3",
        "--voxels=some",
        "--threads=0",
        "--threads=x",
        "--preset=loose",
        "--scale=l2",
        "--metric=euclid",
        "--match=all",
        "--space=a_b",
        "--affine=1,2,3",
        "--affine=1,0,0,0,0,0,0,0,0,0,0,1",
        "--affine=1,0,0,0,0,1,0,0,0,0,e,1",
        "--frobnicate"
      })
  void wrongValuesAreWrongUsage(String option) throws IOException {
    // Said before anything is read: the data are not even there.
    Ran ran = Ran.fit(out(), "T1", folder.resolve("nothing"), option).failsWith(2);
    assertThat(ran.errLines().get(0)).contains(option.split("=")[0]);
    assertThat(ran.errLines().get(1)).isEqualTo("Usage: mitchell fit --help");
    assertThat(Ran.files(out())).isEmpty();
  }

  @Test
  void aWrongWordNamesTheRightOnes() {
    assertThat(Ran.fit(out(), "T1", Ran.T1, "--scale", "l2").err())
        .contains("'l2'", "unit, zscore, none");
    assertThat(Ran.fit(out(), "T1", Ran.T1, "--scale", "ZScore").status())
        .as("upper case will do")
        .isZero();
  }

  @Test
  void unknownCommandsAndMissingArgumentsAreWrongUsage() {
    assertThat(Ran.mitchell("pedict", "celery").failsWith(2).err()).contains("pedict", "predict");
    Ran.mitchell("fit").failsWith(2);
    Ran.mitchell("predict").failsWith(2);
    Ran.mitchell("features", "build").failsWith(2);
    Ran.mitchell("corpus", "count", "--out", "x.tsv").failsWith(2);
    Ran.mitchell("data", "get").failsWith(2);
  }

  @Test
  void withoutACommandTheUsageIsShown() {
    for (String group : new String[] {"", "features", "corpus", "data"}) {
      Ran ran = group.isEmpty() ? Ran.mitchell() : Ran.mitchell(group);
      assertThat(ran.status()).isEqualTo(2);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).startsWith("Usage: mitchell").contains("Commands:");
    }
    assertThat(Ran.mitchell().err()).contains("mitchell demo", "mitchell fit --subject P1");
  }

  @Test
  void outOfMemoryIsSaid() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      String header = "word\t" + String.join("\t", Collections.nCopies(16_000, "v")) + "\n";
      gzip.write(header.getBytes(StandardCharsets.US_ASCII));
      String values = "\t1.5".repeat(16_000) + "\n";
      for (String word :
          new String[] {
            "apple", "axe", "bear", "bus", "cat", "dog", "drill", "hammer", "horse", "pear"
          }) {
        for (int row = 0; row < 100; row++) {
          gzip.write((word + values).getBytes(StandardCharsets.US_ASCII));
        }
      }
    }
    Path large = Files.write(folder.resolve("large.tsv.gz"), bytes.toByteArray());
    Ran ran =
        Programs.java(
            Programs.thisJava(),
            List.of("-Xmx48m"),
            "fit",
            "--subject",
            "T1",
            "--data",
            large,
            "--features",
            Ran.FEATURES,
            "--out",
            out());
    assertThat(ran.failsWith(1).err()).contains("not enough memory", "-Xmx");
    assertThat(Ran.files(out())).isEmpty();
  }
}
