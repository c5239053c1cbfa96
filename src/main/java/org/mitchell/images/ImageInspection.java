package org.mitchell.images;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mitchell.files.InputException;
import org.mitchell.files.SameFiles;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.ImageOptions.Brain;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.TrialValues;
import org.mitchell.maps.grayordinates.GrayordinateMaps;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.nifti.NiftiException;
import org.mitchell.text.Counted;

/**
 * Looks at all that labelled images are read from, each by itself and by the rules of reading, and
 * goes on where something is wrong.
 */
public final class ImageInspection {
  private final ImageOptions options;
  private final Consumer<InputException> problems;
  private boolean wrong;
  private int damagedRows;

  private ImageInspection(ImageOptions options, Consumer<InputException> problems) {
    this.options = options;
    this.problems =
        problem -> {
          wrong = true;
          problems.accept(problem);
        };
  }

  /**
   * What is known all the same.
   *
   * @param trials those whose labels can be read; all have the same image, of zeros
   * @param voxels of the brain; 0 where that is not known
   */
  public record Seen(List<TrialImage> trials, int voxels) {}

  /**
   * @param options that have images
   * @param problems takes what is wrong
   */
  public static Seen of(ReadOptions options, Consumer<InputException> problems) throws IOException {
    return new ImageInspection(options.images().orElseThrow(), problems).look(options);
  }

  private Seen look(ReadOptions read) throws IOException {
    files();
    tried(() -> SameFiles.refuse(options.images()));
    Optional<ImageSource> opened =
        found(() -> ImageSource.open(options, read.placement())); // says once more what files said
    try (ImageSource source = opened.orElse(null)) {
      List<TrialLabel> rows = labels(source, read.encoding());
      tried(() -> new LabelledImages(options, new ArrayList<>()).requireOneCategory(rows));
      int voxels = 0;
      if (source != null) {
        var all = new ArrayList<>(rows);
        if (!rows.isEmpty()) {
          all.addAll(Collections.nCopies(damagedRows, rows.get(0))); // they count all the same
        }
        tried(() -> new LabelledImages(options, new ArrayList<>()).requireRows(source, all));
        voxels = brain(source);
      }
      var image = new float[voxels];
      List<TrialLabel> used = rows.stream().filter(TrialLabel::include).toList();
      List<TrialImage> trials =
          used.stream()
              .map(
                  row ->
                      new TrialImage(
                          row.stimulus(),
                          row.session(),
                          row.run(),
                          row.fold(),
                          row.moment(),
                          TrialValues.of(image)))
              .toList();
      tried(() -> PresentationOrder.of(options.images().get(0), used, trials));
      if (source != null && voxels > 0 && wrong) {
        values(source); // where nothing else is wrong, reading has said it, and by its word
      }
      return new Seen(trials, voxels);
    }
  }

  /** Every volume by itself, against the first that is in order. */
  private void files() throws IOException {
    Optional<VolumePlace> first = Optional.empty();
    for (Path file : options.images()) {
      Optional<VolumePlace> before = first;
      Optional<VolumePlace> place =
          found(
              () -> {
                if (options.images().size() == 1 || GrayordinateMaps.form(file).isPresent()) {
                  return null; // opening it says what is wrong
                }
                VolumePlace own = VolumePlace.read(file).stated();
                own.requireSameGrid(before.orElse(own));
                return own;
              });
      first = first.or(() -> place);
    }
  }

  private List<TrialLabel> labels(ImageSource source, Optional<Charset> encoding)
      throws IOException {
    var rows = new ArrayList<TrialLabel>();
    tried(
        () -> {
          if (LabelTable.isTable(options.labels())) {
            StimulusNames names = StimulusNames.of(options.labels(), encoding, note -> {});
            rows.addAll(
                LabelTable.read(options.labels(), names, encoding, note -> {}, this::damagedRow));
          } else if (source != null) {
            rows.addAll(TrialLabels.read(options.labels(), source, encoding, note -> {}));
          }
        });
    return rows;
  }

  private void damagedRow(InputException problem) {
    damagedRows++;
    problems.accept(problem);
  }

  /**
   * The mask and the atlas, each by itself.
   *
   * @return how many voxels both leave
   */
  private int brain(ImageSource source) throws IOException {
    Brain brain = options.brain();
    var notes = new ArrayList<String>();
    for (Brain one : List.of(brain.withoutParcels(), brain.withoutMask())) {
      tried(() -> BrainColumns.of(one, source, notes));
    }
    Optional<BrainColumns> both = found(() -> BrainColumns.of(brain, source, notes));
    if (both.isEmpty()) {
      return 0;
    }
    return both.get().columns().map(Columns::count).orElse(source.values());
  }

  /** Damage beyond the headers, and in a mask values that are not finite. */
  private void values(ImageSource source) throws IOException {
    tried(
        () -> {
          if (options.brain().mask().isPresent()) {
            finite(
                source,
                BrainColumns.of(options.brain(), source, new ArrayList<>())
                    .columns()
                    .orElseThrow());
          } else {
            source.read(image -> {});
          }
        });
  }

  private static void finite(ImageSource source, Columns columns) throws IOException {
    var bad = new boolean[columns.count()];
    source.read(
        values -> {
          float[] own = columns.of(values);
          for (int v = 0; v < own.length; v++) {
            bad[v] |= !Float.isFinite(own[v]);
          }
        });
    int count = 0;
    for (boolean one : bad) {
      count += one ? 1 : 0;
    }
    if (count > 0) {
      throw InputException.in(
          source.file(),
          "%,d of %s of the mask %s NaN or infinite values"
              .formatted(
                  count,
                  Counted.of(bad.length, source.unit()),
                  Counted.verb(count, "has", "have")));
    }
  }

  /** Something that may be wrong with what was given. */
  private interface Attempt {
    void run() throws IOException;
  }

  private interface Search<T> {
    /** Null for nothing. */
    T run() throws IOException;
  }

  private void tried(Attempt attempt) throws IOException {
    found(
        () -> {
          attempt.run();
          return null;
        });
  }

  private <T> Optional<T> found(Search<T> search) throws IOException {
    try {
      return Optional.ofNullable(search.run());
    } catch (NiftiException e) {
      problems.accept(new InputException(e.getMessage(), e));
    } catch (InputException e) {
      problems.accept(e);
    }
    return Optional.empty();
  }
}
