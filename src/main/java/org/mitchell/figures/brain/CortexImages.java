package org.mitchell.figures.brain;

import java.util.ArrayList;
import java.util.List;
import org.mitchell.figures.ColourScale;
import org.mitchell.figures.Drawing;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.maps.grayordinates.CorticalMeshes;

/**
 * Images of one participant on surfaces that were never in a file: a row each, from outside and
 * inside, in the same colours.
 *
 * @param images what is shown, from top to bottom
 * @param places where the columns lie
 * @param labels what is written about all of them
 */
public record CortexImages(
    List<ColumnImages.Image> images,
    Grayordinates places,
    CorticalMeshes meshes,
    MapLabels labels,
    PictureStyle style) {
  private static final List<SurfaceView> VIEWS = List.of(SurfaceView.LATERAL, SurfaceView.MEDIAL);

  public CortexImages {
    images = List.copyOf(images);
    if (images.isEmpty()) {
      throw new IllegalArgumentException("a picture of no image");
    }
  }

  /**
   * Lays the picture out; its colours end at the largest absolute value of any vertex.
   *
   * @throws org.mitchell.files.InputException if a hemisphere has no mesh, or one of another number
   *     of vertices
   */
  public Drawing drawing() {
    List<VertexMap> maps =
        images.stream().map(image -> VertexMap.of(places, image.values(), labels)).toList();
    double end =
        maps.stream().mapToDouble(m -> Math.max(m.highest(), -m.lowest())).max().orElseThrow();
    double limit = end > 0 ? end : 1;
    var colours =
        new ValueColours(
            new ColourScale(style.theme().diverging(), -limit, limit, false), ValueKind.SIGNED, 0);
    var rows = new ArrayList<List<Tile>>();
    for (int i = 0; i < maps.size(); i++) {
      rows.add(row(maps.get(i), images.get(i).caption(), colours));
    }
    return new Sheet(style, colours.bar(style.unit(), style.theme()), rows, notes(maps, colours))
        .drawing();
  }

  /** The first tile says what the row shows, too. */
  private List<Tile> row(VertexMap map, String caption, ValueColours colours) {
    List<Tile> tiles =
        new SurfacePicture(
                map,
                colours,
                CorticalSurface.all(meshes, map),
                VIEWS,
                SurfacePicture.OF_VERTICES,
                style)
            .tiles();
    var named = new ArrayList<>(tiles);
    Tile first = tiles.get(0);
    named.set(
        0,
        new Tile(
            first.across(),
            first.up(),
            new Caption(first.caption().left(), caption, first.caption().right()),
            first.painter()));
    return named;
  }

  private Notes notes(List<VertexMap> maps, ValueColours colours) {
    var notes = new Notes(maps.get(0), colours, new Shown(0, 0), "vertex");
    notes.add(
        "each row: the left hemisphere from outside and inside, the right from inside and outside");
    List<String> names =
        meshes.files().stream().map(file -> file.getFileName().toString()).toList();
    notes.add("meshes: %s", String.join(", ", names));
    boolean some = false;
    for (float value : maps.get(0).all()) {
      some |= Float.isNaN(value);
    }
    notes.add(some, "darkest grey: no data");
    return notes;
  }
}
