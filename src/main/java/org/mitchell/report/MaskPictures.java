package org.mitchell.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Theme;
import org.mitchell.figures.brain.BrainMap;
import org.mitchell.figures.brain.BrainMapReader;
import org.mitchell.figures.brain.Convention;
import org.mitchell.figures.brain.CutChoice;
import org.mitchell.figures.brain.PictureStyle;
import org.mitchell.figures.brain.ShownMap;
import org.mitchell.figures.brain.SlicesPicture;
import org.mitchell.figures.brain.ValueColours;
import org.mitchell.figures.brain.VertexMap;
import org.mitchell.figures.brain.View;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.text.Counted;

/**
 * The voxels of each fit in grey, and the most stable of them in the colours of their stability.
 */
final class MaskPictures {
  private static final int CUTS = 6;

  private final ParticipantFiles participant;
  private final MapFile stability;
  private final SurfaceMaps surfaces;

  private MaskPictures(ParticipantFiles participant, MapFile stability, SurfaceMaps surfaces) {
    this.participant = participant;
    this.stability = stability;
    this.surfaces = surfaces;
  }

  static List<Block> of(FitFiles files, SurfaceMaps surfaces, Workers workers) {
    List<MaskPictures> all =
        files.participants().stream().flatMap(one -> of(one, surfaces)).toList();
    var blocks = new ArrayList<Optional<Block>>(Collections.nCopies(all.size(), Optional.empty()));
    workers.forEach(blocks.size(), p -> blocks.set(p, all.get(p).block()));
    return blocks.stream().flatMap(Optional::stream).toList();
  }

  private static Stream<MaskPictures> of(ParticipantFiles participant, SurfaceMaps surfaces) {
    return participant.maps().stream()
        .filter(map -> map.statistic().equals("stability"))
        .filter(map -> map.isImage() || map.isOfSurfaces())
        .limit(1)
        .map(map -> new MaskPictures(participant, map, surfaces));
  }

  /** Nothing where the map of correlations says that no mesh is known. */
  private Optional<Block> block() {
    try {
      int most = participant.fit().selectedVoxels();
      double threshold = threshold(stability, most);
      return stability.isImage()
          ? Optional.of(slices(most, threshold))
          : surfaces.of(stability).map(onMesh -> cortex(onMesh, most, threshold));
    } catch (InputException e) {
      return Optional.of(
          new Block.Paragraph(
              "The mask of %s has no picture here: %s"
                  .formatted(participant.subject(), e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Block slices(int most, double threshold) throws IOException {
    BrainMap map = BrainMapReader.read(stability.image(), Optional.empty(), participant.mask());
    return PictureBlock.of(
        new Illustration(
            Illustration.Place.DESIGN,
            "%s: the mask in grey, and the %s of highest stability over all words."
                .formatted(participant.subject(), Counted.of(most, "voxel")),
            "Axial slices of the mask of %s with its most stable voxels."
                .formatted(participant.subject()),
            true,
            (theme, narrow) -> drawing(map, threshold, theme, narrow)));
  }

  private Block cortex(SurfaceMaps.OnMesh onMesh, int most, double threshold) {
    VertexMap map = onMesh.map();
    return PictureBlock.of(
        new Illustration(
            Illustration.Place.DESIGN,
            "%s: the mask in light grey, and its vertices among the %s most stable over all words."
                .formatted(participant.subject(), Numbers.count(most)),
            "Cortex of %s with its most stable vertices.".formatted(participant.subject()),
            true,
            (theme, narrow) ->
                onMesh.drawing(colours(map, threshold, theme), theme, narrow, title())));
  }

  private String title() {
    return participant.subject() + ": mask, and most stable voxels";
  }

  private static ValueColours colours(ShownMap map, double threshold, Theme theme) {
    return ValueColours.of(map, theme, threshold, map.highest() > 0, OptionalDouble.empty());
  }

  /** The stability that so many voxels have at least; above zero, so that the others are grey. */
  private static double threshold(MapFile map, int most) throws IOException {
    float[] values = MapValues.of(map);
    double[] sorted = new double[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        sorted[count++] = value;
      }
    }
    sorted = Arrays.copyOf(sorted, count);
    Arrays.sort(sorted);
    double lowest = count == 0 ? 0 : sorted[Math.max(0, count - most)];
    return Math.max(lowest, Float.MIN_NORMAL);
  }

  private Drawing drawing(BrainMap map, double threshold, Theme theme, boolean narrow) {
    ValueColours colours = colours(map, threshold, theme);
    return new SlicesPicture(
            map,
            colours,
            new CutChoice.Evenly(CUTS).of(View.AXIAL, map, colours.kind()),
            Convention.NEUROLOGICAL,
            Optional.empty(),
            Optional.empty(),
            new PictureStyle(theme, GlassBrains.width(narrow), title(), map.labels().statistic()))
        .drawing();
  }
}
