package org.mitchell.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.figures.ColourScale;
import org.mitchell.figures.Theme;
import org.mitchell.figures.brain.CorticalSurface;
import org.mitchell.figures.brain.MapLabels;
import org.mitchell.figures.brain.PictureStyle;
import org.mitchell.figures.brain.SurfacePicture;
import org.mitchell.figures.brain.SurfaceView;
import org.mitchell.figures.brain.ValueColours;
import org.mitchell.figures.brain.ValueKind;
import org.mitchell.figures.brain.VertexMap;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.maps.clusters.Site;
import org.mitchell.maps.grayordinates.CorticalMeshes;

/** The meshes of a participant on surfaces: images are drawn on them here, not in the page. */
final class Cortex {
  /** NIfTI's code of places that are known: a mesh says where its vertices are. */
  private static final int KNOWN_SPACE = 1;

  private final SavedFit fit;
  private final Grayordinates places;
  private final CorticalMeshes meshes;

  /**
   * @throws org.mitchell.files.InputException if the meshes are not those of the fit's vertices
   */
  Cortex(SavedFit fit, Grayordinates places, CorticalMeshes meshes) {
    this.fit = fit;
    this.places = places;
    this.meshes = meshes;
    CorticalSurface.all(meshes, map(new float[places.columns()], ""));
  }

  /**
   * How a picture is wanted.
   *
   * @param share values below this part of the largest magnitude are not shown
   * @param narrow for a page no wider than a phone's
   */
  record Wanted(List<SurfaceView> views, double share, Theme theme, boolean narrow) {
    private static final int NARROW = 430;

    private OptionalInt width() {
      return narrow ? OptionalInt.of(NARROW) : OptionalInt.empty();
    }
  }

  /**
   * A picture as PNG; one at a time is drawn.
   *
   * @param values one a column of the fit
   */
  synchronized byte[] picture(float[] values, String title, Wanted wanted) throws IOException {
    VertexMap map = map(values, title);
    double largest = Math.max(map.highest(), -map.lowest());
    double end = largest > 0 ? largest : 1;
    var colours =
        new ValueColours(
            new ColourScale(wanted.theme().diverging(), -end, end, false),
            ValueKind.SIGNED,
            wanted.share() * end);
    var style = new PictureStyle(wanted.theme(), wanted.width(), title, "deviation");
    var picture =
        new SurfacePicture(
            map,
            colours,
            CorticalSurface.all(meshes, map),
            wanted.views(),
            SurfacePicture.OF_VERTICES,
            style);
    var bytes = new ByteArrayOutputStream();
    picture.drawing().writePng(bytes);
    return bytes.toByteArray();
  }

  private VertexMap map(float[] values, String title) {
    return VertexMap.of(
        places,
        values,
        new MapLabels(
            fit.subject(),
            fit.subject(),
            title,
            "deviation",
            MapLabels.Kind.OTHER,
            "",
            places.space().label(),
            KNOWN_SPACE,
            fit.simulated(),
            List.of()));
  }

  /** The space of the participant's places. */
  String space() {
    return places.space().label();
  }

  /** Where an image has its largest magnitude, as in "cortex left 1234". */
  String strongest(float[] image) {
    int peak = 0;
    for (int column = 0; column < image.length; column++) {
      peak = Math.abs(image[column]) > Math.abs(image[peak]) ? column : peak;
    }
    return Site.of(places, peak).map(Site::inWords).orElse("");
  }
}
