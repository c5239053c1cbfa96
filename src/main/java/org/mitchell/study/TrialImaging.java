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
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.Provenance;
import org.mitchell.text.Counted;

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
   * @param method how the images are made, as the user named it
   * @param known which words of some have features: events without are regressors of no interest
   * @param out the derivatives folder
   * @return how the images are read again
   */
  public ImageOptions run(
      BidsQuery query,
      BoldOptions options,
      String method,
      Known known,
      Optional<ImageOptions.Within> centre,
      ImageOptions.Within zscore,
      Path out)
      throws IOException {
    String label = query.subject();
    List<BoldRun> runs = BidsDataset.runs(query, note -> listener.note(label + ": " + note));
    Set<String> stimuli = known.among(BidsParticipant.stimuli(runs, options));
    BoldTrials trials =
        BidsParticipant.read(runs, options, stimuli::contains, workers, listener.progress());
    trials.notes().forEach(note -> listener.note(label + ": " + note));
    var written =
        TrialImagesWriter.write(
            out,
            label,
            trials.study(),
            query.root(),
            method.replaceAll("[^A-Za-z0-9]", ""),
            trials.trials(),
            trials.grid(),
            Provenance.of(
                commandLine, listener.inputs().of(trials.files()), parameters(method, options)));
    listener.note(
        "%s: images of %s: %s"
            .formatted(label, Counted.of(trials.trials().size(), "trial"), written.images()));
    return new ImageOptions(
        List.of(written.images()),
        ImageOptions.Labels.of(written.labels()),
        ImageOptions.Brain.of(written.mask()),
        1,
        centre,
        zscore,
        Optional.of(trials.grid().space()));
  }

  private static Map<String, Object> parameters(String method, BoldOptions options) {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("trials", method);
    parameters.put("hrf", options.method().response().name().toLowerCase(Locale.ROOT));
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
