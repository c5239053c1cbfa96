package org.mitchell.images;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.files.SameFiles;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.ImageOptions.Parcels;
import org.mitchell.fmri.ImageOptions.Within;
import org.mitchell.fmri.Parcellation;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.TrialStore;
import org.mitchell.fmri.TrialValues;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.text.Counted;

/** Reads labelled images of one participant. */
final class LabelledImages {
  private final ImageOptions options;
  private final List<String> notes;

  LabelledImages(ImageOptions options, List<String> notes) {
    this.options = options;
    this.notes = notes;
  }

  /**
   * Reads the participant. A volume is held at a time, and of each the voxels of the mask.
   *
   * @param encoding of labels that are not UTF-8
   * @param placement where images lie that do not say it
   * @throws InputException if a file is damaged, grids differ, or there is not a row for each
   *     volume
   */
  static Responses read(
      String participant,
      ImageOptions options,
      Optional<Charset> encoding,
      Optional<GridPlacement> placement)
      throws IOException {
    var notes = new ArrayList<String>();
    try (ImageSource source = ImageSource.open(options, placement)) {
      List<TrialLabel> rows = TrialLabels.read(options.labels(), source, encoding, notes::add);
      SameFiles.refuse(usedFiles(options.images(), source, rows));
      return new LabelledImages(options, notes).read(participant, source, rows);
    }
  }

  /** Those that have a trial, where each has one image: images of no interest may well be alike. */
  private static List<Path> usedFiles(List<Path> files, ImageSource source, List<TrialLabel> rows) {
    boolean each = files.size() == source.images() && files.size() == rows.size();
    return each
        ? IntStream.range(0, files.size())
            .filter(file -> rows.get(file).include())
            .mapToObj(files::get)
            .toList()
        : files;
  }

  private Responses read(String participant, ImageSource source, List<TrialLabel> rows)
      throws IOException {
    notes.addAll(source.notes());
    requireRows(source, rows);
    requireOneCategory(rows);
    BrainColumns brain = BrainColumns.of(options.brain(), source, notes);
    List<TrialImage> trials = trials(source, rows, brain.columns());
    Columns columns = used(source, brain, trials);
    Optional<VoxelPlaces> places = Optional.of(source.places(columns, options.space()));
    if (options.brain().parcels().filter(p -> p.mode() == Parcels.Mode.MEAN).isPresent()) {
      Parcellation parcels =
          Parcellation.of(places.orElseThrow(), brain.parcelsOf(columns).orElseThrow());
      trials.replaceAll(trial -> trial.with(TrialValues.of(parcels.means(trial.values().all()))));
      places = Optional.of(parcels);
      notes.add(
          "a voxel below is the mean of a parcel: %s"
              .formatted(Counted.of(parcels.columns(), "parcel")));
    }
    Normalisation normalisation = normalisation(rows);
    notes.addAll(normalisation.notes(trials));
    normalisation.apply(trials);
    List<TrialLabel> used = rows.stream().filter(TrialLabel::include).toList();
    return TrialResponses.of(
        participant,
        rows.get(0).study(),
        PresentationOrder.of(whereLabelsAre(), used, trials),
        places,
        notes);
  }

  /** The columns of the brain; without a mask those that vary, whose values alone are kept. */
  private Columns used(ImageSource source, BrainColumns brain, List<TrialImage> trials) {
    if (options.brain().mask().isPresent()) {
      return brain.columns().orElseThrow();
    }
    if (trials.size() == 1) {
      throw InputException.in(
          source.file(),
          "one image alone: without a mask the brain is where %s differ from image to image"
              .formatted(Counted.plural(source.unit())),
          Remedy.MASK);
    }
    Columns varying = Columns.varying(trials);
    if (varying.count() == 0) {
      throw InputException.in(
          source.file(), "no %s is finite and not constant".formatted(source.unit()));
    }
    notes.add(
        "no mask was given: %,d of %s %s used, those that are finite and not constant"
            .formatted(
                varying.count(),
                Counted.of(
                    brain.columns().map(Columns::count).orElse(source.values()), source.unit()),
                Counted.verb(varying.count(), "is", "are")));
    List<TrialImage> used = varying.of(trials);
    trials.clear();
    trials.addAll(used);
    return brain.columns().map(columns -> columns.select(varying)).orElse(varying);
  }

  private Normalisation normalisation(List<TrialLabel> rows) {
    boolean runs = rows.stream().anyMatch(row -> !row.run().isEmpty());
    if (options.centre().isEmpty() && runs) {
      notes.add("the mean of each run is taken off every voxel");
    }
    return new Normalisation(
        options.centre().orElse(runs ? Within.RUN : Within.NONE), options.zscore());
  }

  /**
   * @throws InputException if a word has two categories
   */
  void requireOneCategory(List<TrialLabel> rows) {
    var first = new HashMap<String, TrialLabel>();
    for (TrialLabel row : rows) {
      TrialLabel former = row.include() ? first.putIfAbsent(row.stimulus().word(), row) : null;
      if (former != null && !former.stimulus().sameCategory(row.stimulus())) {
        throw InputException.in(
            whereLabelsAre(),
            "line %d: the word %s has category '%s' here and '%s' on line %d. One category a word is expected"
                .formatted(
                    row.line(),
                    row.stimulus().word(),
                    row.stimulus().category(),
                    former.stimulus().category(),
                    former.line()));
      }
    }
  }

  /**
   * @throws InputException if there is not a row for each volume, or none is to be used
   */
  void requireRows(ImageSource source, List<TrialLabel> rows) {
    int volumes = source.images();
    if (rows.size() != volumes) {
      throw InputException.in(
          whereLabelsAre(),
          "%s of labels where %s %s: a row a volume is expected"
              .formatted(
                  Counted.of(rows.size(), "row"),
                  options.images().size() == 1
                      ? options.images().get(0) + " has"
                      : "the %,d files have".formatted(options.images().size()),
                  Counted.of(volumes, "volume")));
    }
    if (rows.stream().noneMatch(TrialLabel::include)) {
      throw InputException.in(
          whereLabelsAre(), "no volume is to be used: include is 0 in every row");
    }
  }

  private Path whereLabelsAre() {
    return options.labels().table().orElse(options.images().get(0));
  }

  private List<TrialImage> trials(
      ImageSource source, List<TrialLabel> rows, Optional<Columns> columns) throws IOException {
    long used = rows.stream().filter(TrialLabel::include).count();
    var trials = new ArrayList<TrialImage>();
    int[] row = {0};
    try (TrialStore store =
        TrialStore.of(used, columns.map(Columns::count).orElse(source.values()))) {
      source.read(
          values -> {
            TrialLabel label = rows.get(row[0]++);
            if (label.include()) {
              trials.add(trial(label, columns.map(c -> c.of(values)).orElse(values), store));
            }
          });
    }
    return trials;
  }

  private TrialImage trial(TrialLabel label, float[] values, TrialStore store) {
    if (options.scale() != 1) {
      for (int v = 0; v < values.length; v++) {
        values[v] = (float) (values[v] * options.scale());
      }
    }
    return new TrialImage(
        label.stimulus(),
        label.session(),
        label.run(),
        label.fold(),
        label.moment(),
        store.keep(values));
  }
}
