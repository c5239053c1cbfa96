package org.mitchell.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.Theme;
import org.mitchell.figures.brain.BrainMap;
import org.mitchell.figures.brain.BrainMapReader;
import org.mitchell.figures.brain.Convention;
import org.mitchell.figures.brain.CutChoice;
import org.mitchell.figures.brain.PictureStyle;
import org.mitchell.figures.brain.SlicesPicture;
import org.mitchell.figures.brain.ValueColours;
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

  private MaskPictures(ParticipantFiles participant, MapFile stability) {
    this.participant = participant;
    this.stability = stability;
  }

  static List<Block> of(FitFiles files, Workers workers) {
    List<MaskPictures> all = files.participants().stream().flatMap(MaskPictures::of).toList();
    var blocks = new Block[all.size()];
    workers.forEach(blocks.length, p -> blocks[p] = all.get(p).block());
    return List.of(blocks);
  }

  private static Stream<MaskPictures> of(ParticipantFiles participant) {
    return participant.maps().stream()
        .filter(map -> map.statistic().equals("stability") && map.isImage())
        .limit(1)
        .map(map -> new MaskPictures(participant, map));
  }

  private Block block() {
    try {
      BrainMap map = BrainMapReader.read(stability.image(), Optional.empty(), participant.mask());
      int most = participant.fit().selectedVoxels();
      double threshold = threshold(stability, most);
      return PictureBlock.of(
          new Illustration(
              Illustration.Place.DESIGN,
              "%s: the mask in grey, and the %s of highest stability over all words."
                  .formatted(participant.subject(), Counted.of(most, "voxel")),
              "Axial slices of the mask of %s with its most stable voxels."
                  .formatted(participant.subject()),
              true,
              (theme, narrow) -> drawing(map, threshold, theme, narrow)));
    } catch (InputException e) {
      return new Block.Paragraph(
          "The mask of %s has no picture here: %s"
              .formatted(participant.subject(), e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    ValueColours colours =
        ValueColours.of(map, theme, threshold, map.highest() > 0, OptionalDouble.empty());
    return new SlicesPicture(
            map,
            colours,
            new CutChoice.Evenly(CUTS).of(View.AXIAL, map, colours.kind()),
            Convention.NEUROLOGICAL,
            Optional.empty(),
            Optional.empty(),
            new PictureStyle(
                theme,
                narrow ? OptionalInt.of(GlassBrains.NARROW) : OptionalInt.empty(),
                participant.subject() + ": mask, and most stable voxels",
                map.labels().statistic()))
        .drawing();
  }
}
