package org.mitchell.images;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.ImageOptions.Within;
import org.mitchell.fmri.Responses;
import org.mitchell.text.Counted;

/** Reads labelled images of one participant. */
final class LabelledImages {
  private final ImageOptions options;

  private LabelledImages(ImageOptions options) {
    this.options = options;
  }

  /**
   * Reads the participant. A volume is held at a time, and of each the voxels of the mask.
   *
   * @param encoding of labels that are not UTF-8
   * @throws InputException if a file is damaged, grids differ, or there is not a row for each
   *     volume
   */
  static Responses read(String participant, ImageOptions options, Optional<Charset> encoding)
      throws IOException {
    var notes = new ArrayList<String>();
    List<TrialLabel> rows = LabelTable.read(options, encoding, notes::add);
    return new LabelledImages(options).read(participant, rows, notes);
  }

  private Responses read(String participant, List<TrialLabel> rows, List<String> notes)
      throws IOException {
    ImageSource source = ImageSource.open(options.images());
    notes.addAll(source.notes());
    requireRows(source, rows);
    Optional<Columns> brain =
        options.mask().isPresent()
            ? Optional.of(source.brain(options.mask().get()))
            : Optional.empty();
    List<TrialImage> trials = trials(source, rows, brain);
    Columns used = brain.orElseGet(() -> Columns.varying(trials));
    if (used.count() == 0) {
      throw InputException.in(
          source.file(), "no %s is finite and not constant".formatted(source.unit()));
    }
    if (brain.isEmpty()) {
      notes.add(
          "no mask was given: %,d of %s %s used, those that are finite and not constant"
              .formatted(
                  used.count(),
                  Counted.of(source.values(), source.unit()),
                  Counted.verb(used.count(), "is", "are")));
      trials.replaceAll(used::of);
    }
    normalisation(rows, notes).apply(trials);
    return TrialResponses.of(
        participant,
        rows.get(0).study(),
        trials,
        Optional.of(source.places(used, options.space())),
        notes);
  }

  private Normalisation normalisation(List<TrialLabel> rows, List<String> notes) {
    boolean runs = rows.stream().anyMatch(row -> !row.run().isEmpty());
    if (options.centre().isEmpty() && runs) {
      notes.add("the mean of each run is taken off every voxel");
    }
    return new Normalisation(
        options.centre().orElse(runs ? Within.RUN : Within.NONE), options.zscore());
  }

  private void requireRows(ImageSource source, List<TrialLabel> rows) {
    int volumes = source.images();
    if (rows.size() != volumes) {
      throw InputException.in(
          options.labels(),
          "%s of labels where %s %s: a row a volume is expected"
              .formatted(
                  Counted.of(rows.size(), "row"),
                  options.images().size() == 1
                      ? options.images().get(0) + " has"
                      : "the %,d images have".formatted(options.images().size()),
                  Counted.of(volumes, "volume")));
    }
    if (rows.stream().noneMatch(TrialLabel::include)) {
      throw InputException.in(
          options.labels(), "no volume is to be used: include is 0 in every row");
    }
  }

  private List<TrialImage> trials(
      ImageSource source, List<TrialLabel> rows, Optional<Columns> columns) throws IOException {
    var trials = new ArrayList<TrialImage>();
    int[] row = {0};
    source.read(
        values -> {
          TrialLabel label = rows.get(row[0]++);
          if (label.include()) {
            trials.add(trial(label, columns.map(c -> c.of(values)).orElse(values)));
          }
        });
    return trials;
  }

  private TrialImage trial(TrialLabel label, float[] values) {
    if (options.scale() != 1) {
      for (int v = 0; v < values.length; v++) {
        values[v] = (float) (values[v] * options.scale());
      }
    }
    return new TrialImage(label.stimulus(), label.session(), label.run(), label.fold(), values);
  }
}
