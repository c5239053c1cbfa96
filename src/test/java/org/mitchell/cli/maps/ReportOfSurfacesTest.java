package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;

/** The report of participants whose images are on surfaces. */
class ReportOfSurfacesTest {
  private static final Path STUDY = StudyOnSurfaces.FILES;
  private static final String MESHES =
      STUDY.resolve("hemi-L_midthickness.surf.gii")
          + ","
          + STUDY.resolve("hemi-R_midthickness.surf.gii");
  private static final Pattern PICTURE =
      Pattern.compile("src=\"data:image/png;base64,([^\"]+)\"[^>]*alt=\"(Cortex of [^\"]+)\"");

  @TempDir private static Path folder;

  @BeforeAll
  static void fitAll() {
    var study = new StudyOnSurfaces(folder);
    study.fitGifti("01", "01", "given", "L", "R");
    study.fitGifti("01", "01", "recorded", "L", "R");
    study.fitGifti("03", "03", "given", "L", "R");
    study.fitCifti("02", "recorded");
    for (String subject : List.of("01", "02")) {
      Ran.mitchell(
              "map",
              "--subject",
              subject,
              "--model",
              folder.resolve("recorded"),
              "--out",
              folder.resolve("recorded"),
              "--mesh",
              MESHES)
          .succeeds();
    }
  }

  @Test
  void aMeshThatMapWasGivenIsRemembered() throws IOException {
    String page = report("recorded", "01,02");
    assertThat(pictures(page))
        .containsExactly(
            "Cortex of 01 from outside and from inside: correlation of prediction and observation"
                + " (r), values from .28 on.",
            "Cortex of 02 from outside and from inside: correlation of prediction and observation"
                + " (r), values from .28 on.",
            "Cortex of 01 with its most stable vertices.",
            "Cortex of 02 with its most stable vertices.");
    assertThat(page).doesNotContain("has no picture here");
  }

  @Test
  void theSameFilesGiveTheSameBytes() throws IOException {
    assertThat(report("recorded", "02")).isEqualTo(report("recorded", "02"));
  }

  @Test
  void clustersOfVerticesAnswerWhere() throws IOException {
    assertThat(text(report("recorded", "02")))
        .contains("Most surely here", " vertices and ")
        .doesNotContain("lie in no box");
  }

  @Test
  void whatIsMissingIsSaidWithTheCommand() throws IOException {
    assertThat(text(report("given", "01")))
        .contains("01 has no picture here: the mesh that its vertices are of is not known.")
        .contains("mitchell report --subject 01 --mesh LEFT.surf.gii,RIGHT.surf.gii");
  }

  @Test
  void aGivenMeshShowsThePicture() throws IOException {
    String page = report("given", "01", "--mesh", MESHES);
    assertThat(pictures(page)).hasSize(2);
    assertThat(page).contains("hemi-L_midthickness.surf.gii");
  }

  @Test
  void aGivenMeshThatIsNotTheMapsIsAnError() {
    assertThat(run("given", "03", "--mesh", MESHES).failsWith(1).err())
        .contains("162 vertices where the map has 42 of the left hemisphere");
    assertThat(folder.resolve("given-03.html")).doesNotExist();
  }

  @Test
  void aHemisphereWithoutAMeshIsAnErrorThatSaysWhatToDo() {
    Path left = STUDY.resolve("hemi-L_midthickness.surf.gii");
    assertThat(run("given", "01", "--mesh", left.toString()).failsWith(1).err())
        .contains("there is no mesh of the right hemisphere. Give the mesh of each hemisphere");
  }

  /** A recorded mesh that was changed since, and one that is gone. */
  @Test
  void aMeshThatIsNoLongerTheOneIsNotShown() throws IOException {
    var study = new StudyOnSurfaces(folder);
    study.fitGifti("05", "01", "changed", "L", "R");
    Path left = Files.copy(STUDY.resolve("hemi-L_midthickness.surf.gii"), folder.resolve("lh.gii"));
    Path out = folder.resolve("changed");
    Ran.mitchell(
            "map",
            "--subject",
            "05",
            "--model",
            out,
            "--out",
            out,
            "--mesh",
            left + "," + STUDY.resolve("hemi-R_midthickness.surf.gii"))
        .succeeds();
    Files.writeString(left, "<!-- changed -->", java.nio.file.StandardOpenOption.APPEND);
    assertThat(text(report("changed", "05")))
        .contains("the mesh lh.gii of the left hemisphere, which map was given, is another file");
    Files.delete(left);
    assertThat(text(report("changed", "05"))).contains("is no longer where it was");
  }

  /** Coloured, and grey; narrow ones too. */
  @Test
  void thePictureHasColours() throws IOException {
    var match = PICTURE.matcher(report("recorded", "01"));
    assertThat(match.find()).isTrue();
    var image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(match.group(1))));
    int coloured = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        coloured += Math.abs((rgb >> 16 & 255) - (rgb & 255)) > 60 ? 1 : 0;
      }
    }
    assertThat(coloured).isGreaterThan(image.getWidth() * image.getHeight() / 50);
  }

  @Test
  void signaturesAreDrawnOnTheMeshThatMapWasGiven() throws IOException {
    Path out = folder.resolve("signatures.png");
    assertThat(signatures("02", "recorded", out).succeeds().out()).contains("02: cat, saw");
    // Rows of eight images, a cortex higher than 100 dots each.
    assertThat(ImageIO.read(out.toFile()).getHeight()).isGreaterThan(8 * 200);
    Path none = folder.resolve("none.png");
    assertThat(signatures("01", "given", none).failsWith(1).err())
        .contains("01 is on surfaces, and no mesh to draw on is known", "--mesh LEFT.surf.gii");
    assertThat(signatures("01", "given", none, "--mesh", MESHES).succeeds().out()).contains("01:");
    assertThat(signatures("02", "recorded", none, "--background", "x.nii").failsWith(2).err())
        .contains("--background is of voxels, and participant 02 is on surfaces");
  }

  private static Ran signatures(String subject, String fits, Path out, Object... more) {
    var words = new ArrayList<Object>(List.of("figure", "signatures", subject));
    words.addAll(List.of("--model", folder.resolve(fits), "--words", "cat,saw", "--out", out));
    words.addAll(List.of(more));
    return Ran.mitchell(words.toArray());
  }

  private static List<String> pictures(String page) {
    var found = new ArrayList<String>();
    PICTURE.matcher(page).results().forEach(match -> found.add(match.group(2)));
    return found;
  }

  private static String text(String page) {
    return page.replaceAll("(?s)<(script|style)\\b.*?</\\1>|data:[^\"]*", "")
        .replaceAll("<[^>]*>", "")
        .replaceAll("\\s+", " ");
  }

  private static String report(String fits, String subject, Object... more) throws IOException {
    run(fits, subject, more).succeeds();
    return Files.readString(folder.resolve(fits + "-" + subject + ".html"));
  }

  private static Ran run(String fits, String subject, Object... more) {
    var words = new ArrayList<Object>(List.of("report", "--subject", subject));
    words.addAll(List.of("--model", folder.resolve(fits)));
    words.addAll(List.of("--out", folder.resolve(fits + "-" + subject + ".html")));
    words.addAll(List.of(more));
    return Ran.mitchell(words.toArray());
  }
}
