package org.mitchell.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitchell.bids.BidsDataset;
import org.mitchell.bids.BidsParticipant;
import org.mitchell.bids.BidsQuery;
import org.mitchell.bids.BoldOptions;
import org.mitchell.bids.BoldRun;
import org.mitchell.bids.BoldTrials;
import org.mitchell.derivatives.TrialImagesWriter;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.images.TrialImage;
import org.mitchell.images.TrialResponses;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.Provenance;
import org.mitchell.text.Counted;
import org.mitchell.trials.NoiseModel;

/**
 * Makes images of trials of a participant of a BIDS dataset and writes them, so that whatever
 * follows reads them as it would read the user's own.
 */
public final class TrialImaging {
  private final Listener listener;
  private final Workers workers;
  private final List<String> commandLine;

  public TrialImaging(Listener listener, Workers workers, List<String> commandLine) {
    this.listener = listener;
    this.workers = workers;
    this.commandLine = commandLine;
  }

  /** Says which words of some have features. */
  @FunctionalInterface
  public interface Known {
    Set<String> among(List<String> words) throws IOException;
  }

  /**
   * Images of trials.
   *
   * @param images how they are read again
   * @param task that the runs are of, where their names say it
   */
  public record Made(ImageOptions images, Optional<String> task) {}

  /** What has to hold of trials before images are made of them. */
  @FunctionalInterface
  public interface Requirement {
    /** Asks for nothing. */
    Requirement NONE = responses -> {};

    /**
     * @param responses to the words, with runs and numbers of presentations, and without values
     * @throws org.mitchell.files.InputException if it does not hold
     */
    void of(Responses responses) throws IOException;
  }

  /**
   * @param required of the trials, before minutes of images
   * @param known which words of some have features: events without are regressors of no interest
   * @param out the derivatives folder
   * @return how the images are read again
   */
  public Made run(
      BidsQuery query,
      BoldOptions options,
      Known known,
      Requirement required,
      Optional<ImageOptions.Within> centre,
      ImageOptions.Within zscore,
      Path out)
      throws IOException {
    String label = query.subject();
    List<BoldRun> runs = BidsDataset.runs(query, note -> listener.note(label + ": " + note));
    Set<String> stimuli = known.among(BidsParticipant.stimuli(runs, options));
    require(required, label, BidsParticipant.planned(runs, options, stimuli::contains, workers));
    BoldTrials trials =
        BidsParticipant.read(runs, options, stimuli::contains, workers, listener.progress());
    trials.notes().forEach(note -> listener.note(label + ": " + note));
    Optional<String> task = query.task().or(() -> runs.get(0).task());
    var written =
        TrialImagesWriter.write(
            out,
            label,
            task,
            trials.study(),
            query.root(),
            options.label(),
            trials.trials(),
            trials.grid(),
            Provenance.of(commandLine, listener.inputs().of(trials.files()), parameters(options)));
    listener.note(
        "%s: images of %s: %s"
            .formatted(label, Counted.of(trials.trials().size(), "trial"), written.images()));
    var images =
        new ImageOptions(
            List.of(written.images()),
            ImageOptions.Labels.of(written.labels()),
            ImageOptions.Brain.of(written.mask()),
            1,
            centre,
            zscore,
            Optional.of(trials.grid().space()));
    return new Made(images, task);
  }

  /** Where there is no trial at all, making the images says it. */
  private static void require(Requirement required, String label, List<TrialImage> trials)
      throws IOException {
    if (!trials.isEmpty()) {
      required.of(TrialResponses.of(label, "", trials, Optional.empty(), List.of()));
    }
  }

  private static Map<String, Object> parameters(BoldOptions options) {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("trials", options.trials());
    parameters.put("hrf", options.method().response().name().toLowerCase(Locale.ROOT));
    if (options.method().noise() != NoiseModel.OLS) {
      parameters.put("noise", options.method().noise().name().toLowerCase(Locale.ROOT));
    }
    parameters.put("drift", options.drift().text());
    parameters.put(
        "confounds",
        options
            .confounds()
            .map(confounds -> String.join(",", confounds.columns()))
            .orElse("motion6 where there is a table"));
    return parameters;
  }
}
