package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.files.Json;
import org.mitchell.fmri.Grayordinates.Form;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.maps.grayordinates.GrayordinateMaps;
import tools.jackson.databind.JsonNode;

/**
 * Groups whose CIFTI files list other grayordinates. Participant 04 has the values of 02 in another
 * order, and fewer: testdata/surfaces/make_matched.py.
 */
class GroupsOfCiftiTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void fitAll() {
    var study = new StudyOnSurfaces(folder);
    for (String subject : List.of("02", "04", "05")) {
      study.fitCifti(subject, "fits");
    }
    study.fitGifti("12", "02", "fits", "L", "R");
  }

  /** Where vertices were matched wrongly, the mean of both would not be that of one. */
  @Test
  void theSameVerticesAreMatchedInAnotherOrder() throws IOException {
    JsonNode made = Json.read(StudyOnSurfaces.FILES.resolve("matched.json"));
    int shared = 0;
    for (String part : List.of("left", "right", "thalamus")) {
      shared += made.get(part).asInt();
    }
    for (String order : List.of("02,04", "04,02")) {
      String out = group(order).succeeds().out();
      assertThat(out)
          .contains(
              "%d voxels that all participants have, of %d that any has"
                  .formatted(shared, made.get("all").asInt()))
          .contains("other grayordinates: matched by structure and by vertex or voxel");
      GrayordinateMaps mean = read("group/group-mean");
      GrayordinateMaps one = read("sub-02/sub-02");
      assertThat(requireSame(mean, one)).isEqualTo(shared);
    }
  }

  /** The same vertices with the same values in both forms: the mean is that of one. */
  @Test
  void hemispheresOfGiftiAreMatchedWithThoseOfCifti() throws IOException {
    GrayordinateMaps one = read("sub-02/sub-02");
    int vertices =
        one.models().models().stream()
            .filter(model -> model.isSurface())
            .mapToInt(model -> model.count())
            .sum();
    for (String order : List.of("02,12", "12,02")) {
      String out = group(order).succeeds().out();
      assertThat(out)
          .contains("%d voxels that all participants have".formatted(vertices))
          .contains("other grayordinates: matched by structure and by vertex or voxel");
      assertThat(requireSame(read("group/group-mean"), one)).isEqualTo(vertices);
    }
  }

  /** Vertices by hemisphere, and values of voxels as a set: how many both have. */
  private static int requireSame(GrayordinateMaps mean, GrayordinateMaps one) {
    int same = 0;
    Map<Hemisphere, float[]> own = one.halves(0);
    for (Map.Entry<Hemisphere, float[]> half : mean.halves(0).entrySet()) {
      for (int v = 0; v < half.getValue().length; v++) {
        if (!Float.isNaN(half.getValue()[v])) {
          same++;
          assertThat(half.getValue()[v])
              .as("%s %d", half.getKey(), v)
              .isCloseTo(own.get(half.getKey())[v], within(1e-6f));
        }
      }
    }
    for (float value : thalamus(mean)) {
      if (!Float.isNaN(value)) {
        same++;
        assertThat(thalamus(one)).anyMatch(other -> Math.abs(other - value) < 1e-6);
      }
    }
    return same;
  }

  private static List<Float> thalamus(GrayordinateMaps maps) {
    int first = 0;
    for (var model : maps.models().models()) {
      if (!model.isSurface()) {
        float[] all = maps.values()[0];
        int from = first;
        return IntStream.range(0, model.count()).mapToObj(n -> all[from + n]).toList();
      }
      first += model.count();
    }
    throw new AssertionError("no voxels");
  }

  @Test
  void aMeshOfAnotherNumberOfVerticesIsRefused() {
    assertThat(group("02,05").failsWith(1).err())
        .contains("participants 02 and 05 lie on different surfaces");
  }

  private static Ran group(String subjects) {
    Path fits = folder.resolve("fits");
    Ran.mitchell("map", "--subject", "02", "--model", fits, "--out", fits).succeeds();
    return Ran.mitchell(
        "map",
        "--subject",
        subjects,
        "--model",
        fits,
        "--out",
        fits,
        "--group",
        "mean",
        "--permutations",
        "9");
  }

  private static GrayordinateMaps read(String start) throws IOException {
    Path file =
        folder.resolve("fits/" + start + "_task-nouns_space-ico_stat-r_statmap.dscalar.nii");
    return GrayordinateMaps.read(Form.CIFTI, List.of(file));
  }
}
