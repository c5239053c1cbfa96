package org.mitchell.figures.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.gifti.SurfaceMesh;
import org.mitchell.testing.SharedData;
import tools.jackson.databind.JsonNode;

/** What is read from planted maps, dot by dot, is what numpy and scipy read. */
class PlantedMapsTest {
  @ParameterizedTest
  @ValueSource(strings = {"negative-x", "positive-x", "oblique"})
  void everyDotOfASliceHasTheValueOfItsVoxel(String grid) throws IOException {
    Volume values = Planted.map(grid).values();
    JsonNode slices = Planted.expected().path("grids").path(grid).path("slices");

    assertThat(slices).hasSize(6);
    for (JsonNode slice : slices) {
      Plane plane =
          Planted.plane(
              View.valueOf(slice.path("view").asString()),
              slice.path("place").asDouble(),
              slice.path("mirrored").asBoolean());
      float[] expected = Planted.floats(slice.path("values"));
      assertThat(expected).contains(5).contains(Float.NaN);
      assertThat(plane.sample(values::nearest))
          .as(slice.path("view").asString())
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"negative-x", "positive-x", "oblique"})
  void theRangeAndTheExtentAreThoseOfTheBrain(String grid) throws IOException {
    BrainMap map = Planted.map(grid);
    JsonNode expected = Planted.expected().path("grids").path(grid);

    assertThat(map.lowest()).isEqualTo(expected.path("low").asDouble());
    assertThat(map.highest()).isEqualTo(expected.path("high").asDouble());
    assertThat(map.values().count()).isEqualTo(expected.path("voxels").asInt());
    Extent extent = Planted.extent(expected.path("extent"));
    assertThat(map.brain().extent().low()).containsExactly(extent.low(), within(1e-4));
    assertThat(map.brain().extent().high()).containsExactly(extent.high(), within(1e-4));
  }

  @Test
  void theAnatomyIsInterpolatedLinearly() throws IOException {
    Volume anatomy =
        BrainMapReader.beside(Planted.map("negative-x"), Planted.FOLDER.resolve("anatomy.nii.gz"))
            .volume();
    JsonNode expected = Planted.expected().path("anatomy");

    float[] sampled =
        Planted.plane(View.AXIAL, expected.path("place").asDouble(), false).sample(anatomy::linear);

    assertThat(sampled).containsExactly(Planted.floats(expected.path("values")), within(2e-3f));
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void aWayThroughTheBrainHasTheValueFarthestFromZero(View view) throws IOException {
    BrainMap map = Planted.map("negative-x");
    Extent box = Planted.box();
    int axis = view.through();

    Projection projection =
        Projection.of(
            map.values(),
            Planted.plane(view, 0, false),
            box.low()[axis],
            box.high()[axis],
            Math::abs);

    float[] expected = Planted.floats(Planted.expected().path("glass").path(view.name()));
    assertThat(expected).contains(5).contains(-3);
    assertThat(projection.values()).isEqualTo(expected);
  }

  @Test
  void aHalfOfAGlassBrainHasItsOwnValuesOnly() {
    var box = new Extent(new double[] {-50, -70, -30}, new double[] {49, 50, 50});

    assertThat(GlassView.LEFT.part(box).high()[0]).isZero();
    assertThat(GlassView.LEFT.part(box).low()[0]).isEqualTo(-50);
    assertThat(GlassView.RIGHT.part(box).low()[0]).isZero();
    assertThat(GlassView.SAGITTAL.part(box)).usingRecursiveComparison().isEqualTo(box);
  }

  @Test
  void aVertexHasTheValueOfItsVoxelOrTheMeanThroughTheRibbon() throws IOException {
    Volume map = Planted.map("negative-x").values();
    double[] pial = points("sphere-pial");
    double[] white = points("sphere-white");
    JsonNode expected = Planted.expected().path("sphere");

    float[] nearest = Planted.floats(expected.path("nearest"));
    assertThat(nearest).contains(Float.NaN).contains(5);
    assertThat(SurfaceSampling.nearest(map, pial)).isEqualTo(nearest);
    assertThat(SurfaceSampling.ribbon(map, white, pial))
        .isEqualTo(Planted.floats(expected.path("ribbon")));
  }

  @Test
  void aRealCortexIsSampledAsNumpyDoes() throws IOException {
    Path file = SharedData.file("anatomy/fsaverage5/pial_left.gii.gz");
    JsonNode expected = Planted.expected().path("fsaverage5");
    SurfaceMesh mesh = SurfaceMesh.read(file, "");

    float[] values = SurfaceSampling.nearest(Planted.map("negative-x").values(), mesh.points());

    assertThat(mesh.vertices()).isEqualTo(expected.path("vertices").asInt());
    assertThat(mesh.triangles()).hasSize(3 * expected.path("triangles").asInt());
    for (int axis = 0; axis < 3; axis++) {
      double sum = 0;
      for (int at = axis; at < mesh.points().length; at += 3) {
        sum += mesh.points()[at];
      }
      assertThat(sum).isCloseTo(expected.path("pointSum").path(axis).asDouble(), within(1e-6));
      assertThat(mesh.triangles()[mesh.triangles().length - 3 + axis])
          .isEqualTo(expected.path("lastTriangle").path(axis).asInt());
    }
    float[] everyHundredth = new float[(values.length + 99) / 100];
    int inMap = 0;
    int hot = 0;
    int cold = 0;
    double sum = 0;
    for (int v = 0; v < values.length; v++) {
      everyHundredth[v / 100] = v % 100 == 0 ? values[v] : everyHundredth[v / 100];
      inMap += Float.isNaN(values[v]) ? 0 : 1;
      hot += values[v] == 5 ? 1 : 0;
      cold += values[v] == -3 ? 1 : 0;
      sum += Float.isNaN(values[v]) ? 0 : values[v];
    }
    assertThat(everyHundredth).isEqualTo(Planted.floats(expected.path("everyHundredth")));
    assertThat(inMap).isEqualTo(expected.path("inMap").asInt());
    assertThat(hot).isPositive().isEqualTo(expected.path("hot").asInt());
    assertThat(cold).isEqualTo(expected.path("cold").asInt());
    assertThat(sum).isCloseTo(expected.path("sum").asDouble(), within(1e-6));
  }

  @Test
  void aMaskSaysWhatIsBrain() throws IOException {
    Path anatomy = Planted.FOLDER.resolve("anatomy.nii.gz");
    BrainMap map =
        BrainMapReader.read(Planted.file("negative-x"), Optional.empty(), Optional.of(anatomy));

    // Voxels of the two grids differ: those at the edge of one have their centre outside the other.
    assertThat(map.values().count()).isBetween(2_500, 3_159);
    assertThat(map.brain().dims()).containsExactly(17, 22, 29);
  }

  private static double[] points(String name) throws IOException {
    return SurfaceMesh.read(Planted.FOLDER.resolve(name + ".surf.gii"), "").points();
  }
}
