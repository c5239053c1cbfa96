package org.mitchell.cli.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Mitchell;
import org.mitchell.cli.Programs;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/** {@code features compare} and {@code features plot}. */
class FeaturesCompareAndPlotTest {
  private static final Path A = Path.of("testdata/features/agree-a.tsv");
  private static final Path B = Path.of("testdata/features/agree-b.tsv");
  private static final Path C = Path.of("testdata/features/agree-c.tsv");

  @TempDir private Path folder;

  @Test
  void theAgreementIsATableForPeople() {
    Ran ran = Ran.mitchell("features", "compare", A, B).succeeds();

    // Figures of agreement.py, to three decimals.
    assertThat(ran.out().lines().map(String::stripTrailing))
        .contains(
            "12 shared nouns, 9 features matched by name",
            "  cosine                          .807    .832    .654     .941",
            "  similarities between nouns: rank correlation .118 over 55 pairs",
            "  bed                        .654    .369      leg                        .941   "
                + " .626",
            "  all zero in A or B (no cosine): 1: igloo",
            "  only in A: 1: onlya",
            "  only in B: 2: onlyb, alsob")
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void longListsAndNamesStayWithinTheWidth() throws IOException {
    var rows = new StringBuilder("word\tx\ty\n");
    for (int i = 0; i < 200; i++) {
      rows.append("a-rather-long-word-of-many-letters-%03d\t%d\t%d\n".formatted(i, i, 200 - i));
    }
    Path one = Files.writeString(folder.resolve("one.tsv"), rows);
    String first = rows.toString().lines().limit(90).collect(Collectors.joining("\n"));
    Path other = Files.writeString(folder.resolve("other.tsv"), first);

    assertThat(Ran.mitchell("features", "compare", one, other).succeeds().out().lines())
        .allMatch(line -> line.length() <= 100)
        .anyMatch(line -> line.startsWith("  only in A: 111: a-rather") && line.endsWith(", ..."));
  }

  @Test
  void theAgreementIsJsonAndATableToo() throws IOException {
    Path out = folder.resolve("agreement.tsv");
    JsonNode json =
        Ran.mitchell("features", "compare", A, B, "--json", "--out", out).succeeds().json();

    assertThat(json.propertyNames())
        .containsExactly(
            "a",
            "b",
            "words",
            "features",
            "featuresOfA",
            "featuresOfB",
            "columnsMatchedBy",
            "meanCosine",
            "medianCosine",
            "meanRank",
            "medianRank",
            "similarity",
            "pairs",
            "allPairs",
            "perWord",
            "zeroWords",
            "onlyInA",
            "onlyInB",
            "inputs",
            "outputs");
    assertThat(json.path("a").asString()).isEqualTo(A.toString());
    assertThat(json.path("words").asInt()).isEqualTo(12);
    assertThat(json.path("perWord").path(6).toString())
        .isEqualTo("{\"word\":\"igloo\",\"cosine\":null,\"rank\":null}");
    assertThat(json.path("inputs").path(1).path("file").asString()).isEqualTo(B.toString());
    List<String> rows = Files.readAllLines(out);
    assertThat(rows).hasSize(13).startsWith("word\tcosine\trank").contains("igloo\tn/a\tn/a");
    assertThat(rows.get(1).split("\t")[2])
        .isEqualTo(json.path("perWord").path(0).path("rank").toString());
    assertThat(Ran.json(folder.resolve("agreement.json")).path("similarity"))
        .isEqualTo(json.path("similarity"));
  }

  @Test
  void otherColumnsLeaveTheSimilaritiesBetweenNouns() {
    Ran ran = Ran.mitchell("features", "compare", A, C).succeeds();

    assertThat(ran.out())
        .contains("only similarities between nouns are compared", "rank correlation .108")
        .doesNotContain("least alike");
    assertThat(
            Ran.mitchell("features", "compare", A, C, "--out", folder.resolve("x.tsv"))
                .failsWith(1)
                .err())
        .contains("other numbers of columns");
  }

  @Test
  void theBuiltInVerbsAreComparedOnTheWordsOfTheTable() {
    JsonNode json = Ran.mitchell("features", "compare", "verbs25", A, "--json").succeeds().json();

    assertThat(json.path("words").asInt()).isEqualTo(12);
    assertThat(json.path("onlyInA")).isEmpty();
    assertThat(json.path("onlyInB").path(0).asString()).isEqualTo("onlya");
    assertThat(
            Ran.mitchell("features", "compare", "verbs25", "verbs25", "--json")
                .succeeds()
                .json()
                .path("meanCosine")
                .asDouble())
        .isEqualTo(1);
  }

  @Test
  void aTableIsDrawnAsPngAndAsSvg() throws IOException {
    Path png = folder.resolve("sub/map.png");
    Path svg = folder.resolve("map.SVG");
    Path categories = Files.writeString(folder.resolve("c.csv"), "word,category\nant,insects\n");

    JsonNode json = Ran.mitchell("features", "plot", A, "--out", png, "--json").succeeds().json();
    Ran.mitchell(
            "features",
            "plot",
            A,
            "--out",
            svg,
            "--categories",
            categories,
            "--scale",
            "zscore",
            "--title",
            "Poisson",
            "--columns",
            "2-3")
        .succeeds();

    assertThat(json.path("words").asInt()).isEqualTo(13);
    assertThat(json.path("outputs").path(0).asString()).isEqualTo(png.toString());
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getHeight()).as("13 rows of 28 pixels, doubled").isBetween(800, 1200);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
    assertThat(svg)
        .content()
        .contains(
            ">Poisson<",
            ">insects<",
            ">no category<",
            ">f1<",
            ">f2<",
            ">z-score of each<",
            ">column<")
        .doesNotContain(">f0<", ">animal<");
  }

  @Test
  void aPictureIsPngOrSvg() {
    Path out = folder.resolve("map.gif");

    assertThat(Ran.mitchell("features", "plot", A, "--out", out).failsWith(2).err())
        .contains("map.gif' where a name in .png, .svg or .pdf is expected");
    assertThat(
            Ran.mitchell("features", "plot", "verb25", "--out", folder.resolve("a.png"))
                .failsWith(1)
                .err())
        .contains("verbs25");
    assertThat(out).doesNotExist();
  }

  @Test
  @Tag("external")
  void aMachineWithoutFontsIsToldWhatItNeeds() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "fonts are taken away as on Linux");
    Path none = Files.createDirectory(folder.resolve("none"));
    Path config =
        Files.writeString(
            folder.resolve("fonts.conf"),
            "<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>".formatted(none, none));

    Ran ran =
        Programs.bash(
            Map.of("FONTCONFIG_FILE", config.toString()),
            folder,
            "-c",
            "'%s' -Duser.home='%s' -cp '%s' %s features plot verbs25 --out map.png"
                .formatted(
                    Programs.thisJava().resolve("bin/java"),
                    none,
                    absolute(Programs.classPath()),
                    Mitchell.class.getName()));

    assertThat(ran.failsWith(1).err()).contains("no fonts", "fonts-dejavu-core");
    assertThat(folder.resolve("map.png")).doesNotExist();
  }

  private static String absolute(String classPath) {
    return String.join(
        ":",
        List.of(classPath.split(":")).stream()
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }
}
