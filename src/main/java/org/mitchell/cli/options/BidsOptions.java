package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.bids.BidsDataset;
import org.mitchell.bids.BidsQuery;
import org.mitchell.bids.BoldOptions;
import org.mitchell.bids.Confounds;
import org.mitchell.trials.Drift;
import org.mitchell.trials.HaemodynamicResponse;
import org.mitchell.trials.NoiseModel;
import org.mitchell.trials.TrialMethod;
import picocli.CommandLine.Option;

/** BOLD runs of a BIDS dataset, from which images of trials are made. */
public final class BidsOptions {
  @Option(
      names = "--bids",
      paramLabel = "DIR",
      description =
          "BIDS dataset with events, in place of --data; preprocessed images are looked for in"
              + " DIR/derivatives")
  private Path root;

  @Option(
      names = "--derivatives",
      paramLabel = "DIR",
      description = "with --bids: the folder of preprocessed images (fMRIPrep's)")
  private Path derivatives;

  @Option(
      names = "--task",
      paramLabel = "LABEL",
      description =
          "what the participant did: in the names of files, and with --bids the runs taken"
              + " (default: nouns; with --bids the only one that there is)")
  private String task;

  @Option(
      names = "--session",
      paramLabel = "LABEL",
      description = "with --bids: one session (default: all)")
  private String session;

  @Option(
      names = "--run",
      paramLabel = "LABEL",
      description = "with --bids: one run (default: all)")
  private String run;

  @Option(
      names = "--desc",
      paramLabel = "LABEL",
      description = "with --bids: the description of the images, as preproc")
  private String desc;

  @Option(
      names = "--trials",
      paramLabel = "METHOD",
      description =
          "with --bids: how a trial's image is made: lss, a model for each trial; lsa, one of all;"
              + " mean:4-7s, the mean of the frames in a window after the onset; fir:4-7s, a box"
              + " there for each trial (default: lss)")
  private String method;

  @Option(
      names = "--hrf",
      paramLabel = "SHAPE",
      description = "with --bids: ${COMPLETION-CANDIDATES}; the response's shape (default: glover)")
  private HaemodynamicResponse response;

  @Option(
      names = "--noise",
      paramLabel = "MODEL",
      description =
          "with --bids: ${COMPLETION-CANDIDATES}; ols takes the noise of frames as independent, ar1"
              + " estimates for each voxel how far it reaches into the next frame (default: ols)")
  private NoiseModel noise;

  @Option(
      names = "--drift",
      paramLabel = "MODEL",
      description =
          "with --bids: cosine:SECONDS, the shortest period taken out, or polynomial:ORDER"
              + " (default: cosine:128)")
  private String drift;

  @Option(
      names = "--confounds",
      paramLabel = "COLUMNS",
      description =
          "with --bids: motion6, motion24, acompcor:N, none, or names of columns, with commas"
              + " between; frames before the steady state always (default: motion6 where there is"
              + " a table)")
  private String confounds;

  @Option(
      names = "--event-column",
      paramLabel = "NAME",
      description =
          "with --bids: the column of the events that says what was shown (default: word,"
              + " trial_type or stim_file)")
  private String eventColumn;

  boolean given() {
    if (root == null) {
      new OnlyWith("--bids")
          .refuse("--derivatives", derivatives)
          .refuse("--session", session)
          .refuse("--run", run)
          .refuse("--desc", desc)
          .refuse("--trials", method)
          .refuse("--hrf", response)
          .refuse("--noise", noise)
          .refuse("--drift", drift)
          .refuse("--confounds", confounds)
          .refuse("--event-column", eventColumn);
    }
    return root != null;
  }

  Path root() {
    return root;
  }

  /** The labels of all participants of the dataset. */
  List<String> subjects() throws IOException {
    return BidsDataset.subjects(root);
  }

  BidsQuery query(String subject, Optional<String> space) {
    return new BidsQuery(
        root,
        Optional.ofNullable(derivatives),
        subject,
        task(),
        space.flatMap(name -> label("space", name)),
        label("ses", session),
        label("run", run),
        label("desc", desc));
  }

  /** A label as BIDS has it in names, with its key in front or without. */
  private static Optional<String> label(String key, String given) {
    return Optional.ofNullable(given)
        .map(text -> text.startsWith(key + "-") ? text.substring(key.length() + 1) : text);
  }

  /** The label of the task, where it is given. */
  Optional<String> task() {
    Optional<String> label = label("task", task);
    if (label.isPresent() && !label.get().matches("[A-Za-z0-9]+")) {
      throw new UsageException(
          "--task: got '%s' where letters and digits are expected, as BIDS has them in names"
              .formatted(label.get()));
    }
    return label;
  }

  private String method() {
    return method == null ? "lss" : method;
  }

  /**
   * @param words what stimuli are called
   */
  BoldOptions checked(Map<String, String> words) {
    return new BoldOptions(
        method(),
        trialMethod(),
        driftModel(),
        confounds == null ? Optional.empty() : Optional.of(confoundColumns()),
        Optional.ofNullable(eventColumn),
        words);
  }

  private TrialMethod trialMethod() {
    TrialMethod independent;
    try {
      independent =
          TrialMethod.of(method(), response == null ? HaemodynamicResponse.GLOVER : response);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--trials: " + e.getMessage());
    }
    try {
      return noise == null ? independent : independent.with(noise);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--noise ar1 with --trials %s: %s. Take --trials lss, lsa or fir, or --noise ols"
              .formatted(method(), e.getMessage()));
    }
  }

  private Confounds confoundColumns() {
    try {
      return Confounds.of(confounds);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--confounds: " + e.getMessage());
    }
  }

  private Drift driftModel() {
    String text = drift == null ? "cosine:128" : drift;
    String[] parts = text.split(":", -1);
    try {
      if (parts.length == 2 && parts[0].equals("cosine")) {
        return new Drift.Cosine(Double.parseDouble(parts[1]));
      }
      if (parts.length == 2 && parts[0].equals("polynomial")) {
        return new Drift.Polynomial(Integer.parseInt(parts[1]));
      }
    } catch (IllegalArgumentException e) {
      // Said below, with all others that are no drift.
    }
    throw new UsageException(
        "--drift: got '%s' where cosine:SECONDS or polynomial:ORDER is expected, as cosine:128"
            .formatted(text));
  }
}
