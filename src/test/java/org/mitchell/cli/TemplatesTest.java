package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.figures.brain.SurfacePicture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Templates below the folder where commands run: used by themselves where a map names their space,
 * and by name anywhere. The files stand in for TemplateFlow's: what they hold is not asked.
 */
class TemplatesTest {
  private static final Path FIGURES = Path.of("testdata/figures").toAbsolutePath();
  private static final String NAME = "MNI152NLin6Asym";
  private static final String PLACE = "data/templates/tpl-" + NAME + "/tpl-" + NAME + "_res-01_";

  @TempDir private Path folder;

  @BeforeEach
  void mapOfTheSpace() throws IOException {
    Files.copy(FIGURES.resolve("planted-negative-x.nii.gz"), folder.resolve("named.nii.gz"));
    Files.writeString(folder.resolve("named.json"), "{\"Space\": \"" + NAME + "\"}");
    Files.copy(FIGURES.resolve("planted-negative-x.nii.gz"), folder.resolve("other.nii.gz"));
    Files.writeString(folder.resolve("other.json"), "{\"Space\": \"MNI152Lin\"}");
  }

  @Test
  void aTemplateThatIsHereIsUsedWhereTheSpaceIsItsOwnAndThatIsSaid() throws Exception {
    bring();
    Ran ran =
        Programs.inFolder(
                folder,
                List.of(
                    "figure slices named.nii.gz --out a.svg --json",
                    "figure glass named.nii.gz --out b.svg --json",
                    "figure slices other.nii.gz --out c.svg --json"))
            .succeeds();
    assertThat(Files.readString(folder.resolve("a.svg"))).contains("tpl-" + NAME + "_res-01_T1w");
    assertThat(Files.readString(folder.resolve("b.svg")))
        .contains("outline: tpl-" + NAME + "_res-01_desc-brain_mask");
    assertThat(Files.readString(folder.resolve("c.svg"))).doesNotContain("tpl-" + NAME);
    List<JsonNode> said =
        ran.out().lines().filter(line -> line.contains("\"background\"")).map(this::line).toList();
    assertThat(said)
        .extracting(JsonNode::asString)
        .containsExactly(PLACE + "T1w.nii.gz", PLACE + "desc-brain_mask.nii.gz", "");
  }

  @Test
  void anyTemplateThatIsHereIsToldByItsName() throws Exception {
    bring();
    Programs.inFolder(
            folder, List.of("figure slices other.nii.gz --background " + NAME + " --out a.svg"))
        .succeeds();
    assertThat(Files.readString(folder.resolve("a.svg"))).contains("tpl-" + NAME + "_res-01_T1w");
  }

  @Test
  void aTemplateThatIsNotHereIsMissedOnlyWhereItIsAskedFor() throws Exception {
    Programs.inFolder(folder, List.of("figure slices named.nii.gz --out a.svg")).succeeds();
    Ran asked =
        Programs.inFolder(
                folder, List.of("figure slices named.nii.gz --background " + NAME + " --out a.svg"))
            .failsWith(1);
    assertThat(asked.err())
        .contains("the template " + NAME + " is not in data/templates/tpl-" + NAME)
        .contains("mitchell data get template " + NAME);
    Path map = folder.resolve("named.nii.gz");
    assertThat(
            Ran.mitchell("figure", "slices", map, "--background", "fsaverage5", "--out", "a.svg")
                .failsWith(2)
                .err())
        .contains("--background: got 'fsaverage5', a template of surfaces,");
    assertThat(Ran.mitchell("figure", "surface", map, "--out", "a.svg").failsWith(2).err())
        .contains("mitchell data get template fsaverage5");
  }

  @Test
  void surfacesOfTheTemplateAreTakenWhereNoMeshIsGiven() throws Exception {
    Path place = Files.createDirectories(folder.resolve("data/templates/tpl-fsaverage"));
    for (String side : List.of("L", "R")) {
      for (String kind : List.of("pial.surf", "white.surf", "sulc.shape")) {
        Path from =
            side.equals("R") && kind.equals("pial.surf")
                ? FIGURES.resolve("sphere-right.surf.gii")
                : FIGURES.resolve("sphere-" + kind + ".gii");
        Files.copy(from, place.resolve("tpl-fsaverage_hemi-" + side + "_den-10k_" + kind + ".gii"));
      }
    }
    Ran ran =
        Programs.inFolder(
                folder, List.of("figure surface named.nii.gz --out a.svg --json --view lateral"))
            .succeeds();
    assertThat(ran.out())
        .contains("tpl-fsaverage_hemi-L_den-10k_pial.surf.gii")
        .contains("tpl-fsaverage_hemi-R_den-10k_pial.surf.gii")
        .contains(SurfacePicture.RIBBON);
  }

  @Test
  void theNamesOfTemplatesAreSaidWhereNoneOrAnotherIsGiven() {
    assertThat(Ran.mitchell("data", "get", "template").failsWith(2).err())
        .contains("MNI152NLin2009cAsym, MNI152NLin6Asym, fsaverage5");
    assertThat(Ran.mitchell("data", "get", "template", "mni").failsWith(2).err())
        .contains("got 'mni' where one of MNI152NLin2009cAsym, MNI152NLin6Asym, fsaverage5");
  }

  private void bring() throws IOException {
    Path place = Files.createDirectories(folder.resolve("data/templates/tpl-" + NAME));
    for (String end : List.of("T1w", "desc-brain_mask")) {
      Files.copy(
          FIGURES.resolve("anatomy.nii.gz"),
          place.resolve("tpl-" + NAME + "_res-01_" + end + ".nii.gz"));
    }
  }

  private JsonNode line(String line) {
    return JsonMapper.shared().readTree("{" + line.replaceFirst(",$", "") + "}").path("background");
  }
}
