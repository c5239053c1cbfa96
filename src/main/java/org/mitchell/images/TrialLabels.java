package org.mitchell.images;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.ImageOptions.Labels;
import org.mitchell.fmri.Stimulus;
import org.mitchell.text.Counted;

/** What was shown in each image: as a table says, or an SPM analysis, or the images themselves. */
final class TrialLabels {
  /** How many left-out images a message names. */
  private static final int MOST_NAMED = 12;

  private final Labels options;
  private final StimulusNames names;
  private final Consumer<String> notes;

  private TrialLabels(Labels options, StimulusNames names, Consumer<String> notes) {
    this.options = options;
    this.names = names;
    this.notes = notes;
  }

  /**
   * @param source the images, which may have labels of their own
   * @return one an image, if there are as many as images
   * @throws InputException if nobody says what was shown, or a column is asked for of what is no
   *     table
   */
  static List<TrialLabel> read(
      Labels options, ImageSource source, Optional<Charset> encoding, Consumer<String> notes)
      throws IOException {
    StimulusNames names = StimulusNames.of(options, encoding, notes);
    if (LabelTable.isTable(options)) {
      return LabelTable.read(options, names, encoding, notes);
    }
    if (options.column().isPresent()) {
      throw InputException.in(
          options.table().orElse(source.file()),
          "there is no column '%s': these labels are no table".formatted(options.column().get()));
    }
    var labels = new TrialLabels(options, names, notes);
    if (options.table().isPresent()) {
      return labels.ofAnalysis(SpmAnalysis.read(options.table().get()));
    }
    return labels.ofImages(
        source.file(),
        source
            .labels()
            .orElseThrow(
                () ->
                    InputException.in(
                        source.file(), "nothing says what was shown in it", Remedy.LABELS)));
  }

  private List<TrialLabel> ofAnalysis(SpmAnalysis analysis) {
    var labels = new ArrayList<TrialLabel>();
    var left = new ArrayList<String>();
    for (SpmAnalysis.Regressor regressor : analysis.regressors()) {
      Optional<SpmAnalysis.Condition> condition = regressor.condition();
      if (condition.isEmpty()) {
        left.add(regressor.name());
      }
      labels.add(
          label(
              analysis.file(),
              labels.size(),
              condition.map(SpmAnalysis.Condition::name).orElse(regressor.name()),
              regressor.name(),
              condition.map(SpmAnalysis.Condition::run).orElse(""),
              condition.isPresent()));
    }
    sayLeft(left, "no condition");
    return labels;
  }

  private List<TrialLabel> ofImages(Path file, List<String> own) {
    var labels = new ArrayList<TrialLabel>();
    var left = new ArrayList<String>();
    for (String text : own) {
      boolean image = !AfniLabels.isStatistic(text);
      if (!image) {
        left.add(text);
      }
      labels.add(label(file, labels.size(), AfniLabels.stimulus(text), text, "", image));
    }
    notes.accept("labels are those of AFNI in the images");
    sayLeft(left, "a statistic, no image");
    return labels;
  }

  /**
   * @param text what is taken for the stimulus
   * @param whole the whole label, which an expression may be meant for
   */
  private TrialLabel label(
      Path file, int number, String text, String whole, String run, boolean used) {
    String word =
        !used
            ? text
            : names
                .word(text)
                .or(() -> names.word(whole))
                .filter(name -> !name.isBlank())
                .orElseThrow(
                    () ->
                        InputException.in(
                            file,
                            "image %,d (counted from 0): '%s' %s"
                                .formatted(
                                    number,
                                    whole,
                                    options
                                        .expression()
                                        .map(e -> "does not match the expression " + e)
                                        .orElse("is no word"))));
    return new TrialLabel(
        number,
        new Stimulus(word.isEmpty() ? "-" : word, ""),
        "",
        run,
        "",
        "",
        OptionalInt.empty(),
        Optional.empty(),
        used);
  }

  private void sayLeft(List<String> left, String why) {
    if (!left.isEmpty()) {
      notes.accept(
          "%s left out, %s: %s%s"
              .formatted(
                  Counted.of(left.size(), "image"),
                  why,
                  String.join(", ", left.subList(0, Math.min(MOST_NAMED, left.size()))),
                  left.size() > MOST_NAMED
                      ? " and %,d more".formatted(left.size() - MOST_NAMED)
                      : ""));
    }
  }
}
