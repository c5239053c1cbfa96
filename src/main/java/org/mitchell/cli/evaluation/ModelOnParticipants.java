package org.mitchell.cli.evaluation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.mitchell.analysis.ParticipantSize;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.cli.options.AnalysisOptions;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FeatureOptions;
import org.mitchell.cli.options.ParticipantOptions;
import org.mitchell.cli.options.Participants;
import org.mitchell.derivatives.Measured;
import org.mitchell.encoding.Scale;
import org.mitchell.features.FeatureChoice;
import org.mitchell.jobs.Workers;
import org.mitchell.study.RivalSpaces;
import org.mitchell.study.TrialImaging;
import org.mitchell.tables.TableRules;

/**
 * One model, of one feature space or of several, on all participants that are asked for.
 *
 * @param space its features
 * @param read the participants' words that have all of them
 */
record ModelOnParticipants(RivalSpaces.Named space, SpacesOfParticipants read) {
  /**
   * @param required of trials before images are made of them
   */
  static ModelOnParticipants read(
      FeatureOptions features,
      Scale scale,
      Participants participants,
      TrialImaging.Requirement required,
      TableRules rules,
      CommonOptions common,
      Workers workers)
      throws IOException {
    FeatureChoice choice = features.choice();
    var space = new RivalSpaces.Named(choice.label(), choice, false);
    var spaces =
        new RivalSpaces(
            common, workers, rules, RivalSpaces.Scaling.of(scale), features.requireAll());
    return new ModelOnParticipants(
        space,
        SpacesOfParticipants.read(
            spaces,
            List.of(space),
            participants,
            Map.of(),
            false,
            ParticipantSize.Task.EVALUATE,
            required,
            workers));
  }

  Contender contender() {
    return read.contenders().get(0);
  }

  /** A result that rests on the model, the participants and a seed. */
  <R> Measured<R> measured(
      R result, ParticipantOptions participants, AnalysisOptions analysis, CommonOptions common)
      throws IOException {
    return new Measured<>(
        result,
        contender().participants().get(0).responses().task(),
        read.simulated(),
        read.sources(),
        analysis.provenance(read.inputs(common, List.of(space), participants, List.of()), common));
  }
}
