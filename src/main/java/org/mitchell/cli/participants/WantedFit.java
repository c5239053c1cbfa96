package org.mitchell.cli.participants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.analysis.LeftOut;
import org.mitchell.cli.options.BidsOptions;
import org.mitchell.cli.options.CategoryOptions;
import org.mitchell.cli.options.CombineOption;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.CrossValidationOption;
import org.mitchell.cli.options.FeatureOptions;
import org.mitchell.cli.options.FewWordsOption;
import org.mitchell.cli.options.ModelOptions;
import org.mitchell.cli.options.ParticipantOptions;
import org.mitchell.cli.options.Participants;
import org.mitchell.cli.options.SelectOption;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.tables.TableRules;
import picocli.CommandLine.Mixin;

/** Whom to fit, to which features, and how: what a fit takes, and what can be checked before. */
final class WantedFit {
  @Mixin private ParticipantOptions participants;
  @Mixin private BidsOptions bids;
  @Mixin private FeatureOptions features;
  @Mixin private ModelOptions model;
  @Mixin private SelectOption select;
  @Mixin private CombineOption combine;
  @Mixin private CrossValidationOption cv;
  @Mixin private FewWordsOption fewWords;
  @Mixin private CategoryOptions categories;

  /**
   * A model and its cross-validation that are in order by themselves.
   *
   * @param left what is left out
   */
  record Model(ModelOptions.Checked options, LeftOut left) {
    /** How it is evaluated on these responses. */
    EvaluationOptions forResponses(Responses responses) {
      return options.forResponses(responses, left.trainingPresentations(responses));
    }
  }

  /** To be called before anything is read, so that a slip is said at once. */
  Model checked() throws IOException {
    ModelOptions.Checked options = select.with(combine.checked(model, features));
    return new Model(options, cv.checked(options));
  }

  /**
   * @param out where images of trials are written
   */
  Participants participants(TableOptions tables, CommonOptions common, Path out)
      throws IOException {
    return new Participants(participants, bids, tables, common, out);
  }

  FeatureOptions features() {
    return features;
  }

  /** What to say in place of an accuracy of so many words. */
  Optional<String> withheld(int words) {
    return fewWords.withheld(words);
  }

  /** The category of each word that is given one; none where no table is given. */
  Map<String, String> categories(TableRules rules) throws IOException {
    return categories.given(rules).orElse(Map.of());
  }

  /** All files beside the responses. */
  List<Path> otherFiles() {
    var others = new ArrayList<Path>(features.files());
    others.addAll(participants.otherFiles());
    categories.files().forEach(others::add);
    others.addAll(select.files());
    return List.copyOf(others);
  }
}
