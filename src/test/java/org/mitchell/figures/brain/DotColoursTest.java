package org.mitchell.figures.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.RecordingCanvas;
import org.mitchell.figures.Theme;
import org.mitchell.fmri.Affine;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.gifti.SurfaceMesh;

/** Dots have the colours of the scale, or those of the brain without a value. */
class DotColoursTest {
  private static final CorticalSurface.Files FILES =
      new CorticalSurface.Files(
          Path.of("mesh.gii"), Optional.empty(), Optional.empty(), Optional.empty());

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aDotOfASliceHasTheColourOfItsVoxel(Theme theme) throws IOException {
    BrainMap map = Planted.map("oblique");
    ValueColours colours = ValueColours.of(map, theme, 0.5, false, OptionalDouble.empty());
    Drawing drawing =
        new SlicesPicture(
                map,
                colours,
                List.of(new Cut(View.CORONAL, -20.3)),
                Convention.RADIOLOGICAL,
                Optional.empty(),
                Optional.empty(),
                style(theme))
            .drawing();
    BufferedImage image = painted(drawing).images().get(0);
    Plane plane =
        Plane.of(
            View.CORONAL,
            -20.3,
            map.brain().extent().grown(3),
            true,
            image.getWidth(),
            image.getHeight());
    float[] values = plane.sample(map.values()::nearest);

    Set<Color> without = Set.of(theme.page(), theme.outline());
    var kinds = new HashSet<String>();
    for (int i = 0; i < values.length; i++) {
      Color colour = new Color(image.getRGB(i % plane.columns(), i / plane.columns()));
      if (Float.isNaN(values[i])) {
        assertThat(without).contains(colour);
        kinds.add("outside");
      } else if (Math.abs(values[i]) < 0.5) {
        assertThat(colour).isEqualTo(theme.tissue());
        kinds.add("hidden");
      } else {
        double place = (values[i] + 5.0) / 10;
        assertThat(colour).isEqualTo(theme.diverging().at(place));
        kinds.add("shown");
      }
    }
    assertThat(kinds).containsExactlyInAnyOrder("outside", "hidden", "shown");
  }

  @Test
  void clustersHaveABorderInside() throws IOException {
    BrainMap map = Planted.map("oblique");
    var labels = SlicesPicture.Clusters.read(Planted.FOLDER.resolve("anatomy.nii.gz"), map);
    Drawing drawing =
        new SlicesPicture(
                map,
                ValueColours.of(map, Theme.LIGHT, 0, false, OptionalDouble.empty()),
                List.of(new Cut(View.AXIAL, 12)),
                Convention.NEUROLOGICAL,
                Optional.empty(),
                Optional.of(labels),
                style(Theme.LIGHT))
            .drawing();

    BufferedImage image = painted(drawing).images().get(0);
    int ink = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        ink += image.getRGB(x, y) == Theme.LIGHT.ink().getRGB() ? 1 : 0;
      }
    }
    assertThat(ink).as("dots of lines between the voxels of the labels").isGreaterThan(1_000);
  }

  @Test
  void aSurfaceThatFacesTheViewerHasTheColoursOfTheScale() {
    var mesh =
        new SurfaceMesh(
            new double[] {0, -30, -30, 0, 30, -30, 0, 30, 30, 0, -30, 30},
            new int[] {0, 1, 2, 0, 2, 3},
            Optional.of(Hemisphere.RIGHT),
            List.of());
    BrainMap map = map(-4, 4);
    var colours = ValueColours.of(map, Theme.LIGHT, 1, false, OptionalDouble.empty());
    var values = new float[] {4, 4, 4, 4};
    BufferedImage even = surface(map, colours, mesh, values);
    values = new float[] {-4, 4, Float.NaN, 0.5f};
    BufferedImage uneven = surface(map, colours, mesh, values);

    int middle = even.getWidth() / 2;
    int below = even.getHeight() * 3 / 4;
    assertThat(new Color(even.getRGB(middle, below))).isEqualTo(colours.colour(4));
    assertThat(new Color(even.getRGB(0, 0))).isEqualTo(Theme.LIGHT.page());
    int edge = even.getWidth() / 8;
    assertThat(new Color(uneven.getRGB(edge, even.getHeight() * 15 / 17)))
        .as("near the vertex of -4")
        .isEqualTo(colours.colour(-4));
    assertThat(new Color(uneven.getRGB(even.getWidth() - edge, below + edge)))
        .as("near the vertex of 4")
        .isEqualTo(colours.colour(4));
    Color nothing = new Color(uneven.getRGB(even.getWidth() - edge, edge));
    assertThat(nothing.getRed())
        .as("grey near the vertex without value")
        .isEqualTo(nothing.getGreen());
  }

  private static BufferedImage surface(
      BrainMap map, ValueColours colours, SurfaceMesh mesh, float[] values) {
    var surface =
        new CorticalSurface(FILES, Hemisphere.RIGHT, mesh, values, Optional.empty(), List.of());
    var picture =
        new SurfacePicture(
            map,
            colours,
            List.of(surface),
            List.of(SurfaceView.LATERAL),
            SurfacePicture.NEAREST,
            style(Theme.LIGHT));
    return painted(picture.drawing()).images().get(0);
  }

  private static BrainMap map(float... values) {
    var volume = new Volume(new int[] {values.length, 1, 1}, Affine.CMU, values);
    var labels =
        new MapLabels(
            "m.nii", "", "m", "r", MapLabels.Kind.OTHER, "", "MNI152", 4, false, List.of());
    return new BrainMap(volume, volume, labels);
  }

  private static RecordingCanvas painted(Drawing drawing) {
    var canvas = new RecordingCanvas();
    drawing.painter().accept(canvas);
    return canvas;
  }

  private static PictureStyle style(Theme theme) {
    return new PictureStyle(theme, OptionalInt.empty(), "title", "unit");
  }
}
