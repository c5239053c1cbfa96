package org.mitchell.cli.participants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.ModelFolder;
import org.mitchell.cli.options.ModelOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.cli.options.TypedWords;
import org.mitchell.cli.options.UsageException;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.features.FeatureChoice;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.study.Identifying;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mitchell identify}: which word an image is of. */
@Command(
    name = "identify",
    description =
        "Say which of many words an fMRI image is of: the candidates by how alike their predicted"
            + " images are to it.",
    footer = {
      "",
      "An image is NIfTI on the model's grid, or a table as predict writes for voxels without"
          + " coordinates. It is compared as a deviation from the mean image of the model's words:"
          + " the images that predict writes are; from others --subtract-mean takes the mean off."
          + " A model that was trained on the word of an image ranks it too well: --hold-out WORD"
          + " identifies by the model trained without it.",
      "",
      "A probability is a softmax over the candidates: exp(similarity / temperature), scaled to sum"
          + " to 1."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class IdentifyCommand implements Callable<Integer> {
  private static final String HOLD_OUT = "--hold-out";

  @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "the images, one a file")
  private List<Path> images;

  @Option(
      names = "--subject",
      paramLabel = "LABEL",
      description = "participant (default: the only one that is fitted)")
  private String subject = "";

  @Mixin private ModelFolder model;

  @Option(
      names = "--candidates",
      paramLabel = "FILE",
      description = "the words to choose from, a word a line (default: the model's own)")
  private Path candidates;

  @Option(
      names = "--features",
      paramLabel = "NAME|FILE",
      description =
          "vectors of candidates that the model was not trained on (default: the features of the"
              + " fit)")
  private String features;

  @Option(
      names = "--require-all",
      description = "candidates without features are an error, otherwise they are left out")
  private boolean requireAll;

  @Option(
      names = HOLD_OUT,
      paramLabel = "WORD",
      description = "use the model trained without this word; takes the responses")
  private String heldOut;

  @Option(
      names = "--subtract-mean",
      description =
          "the images are no deviations yet: take the mean image of the model's words off them;"
              + " takes the responses")
  private boolean subtractMean;

  @Option(
      names = "--voxels",
      paramLabel = "N|all",
      description = "compare N voxels, chosen as by the fit (default: as many as it)")
  private String voxels = "";

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      description = "how alike two images are: ${COMPLETION-CANDIDATES} (default: as the fit)")
  private Metric metric;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description =
          "of the softmax that makes similarities probabilities; lower is surer (default:"
              + " ${DEFAULT-VALUE})")
  private double temperature = Softmax.DEFAULT.temperature();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "how many candidates to print (default: ${DEFAULT-VALUE})")
  private int top = 10;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "the participant's responses, where they are now")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write all candidates of all images to a table (TSV)")
  private Path out;

  @Mixin private TableOptions tables;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw new UsageException("--top: got " + top + " where a number from 1 up is expected");
    }
    var request =
        new Identifying.Request(
            images,
            model.path(),
            Optional.ofNullable(candidates),
            Optional.ofNullable(features),
            requireAll,
            Optional.ofNullable(heldOut).map(w -> TypedWords.of(HOLD_OUT, List.of(w)).get(0)),
            HOLD_OUT,
            subtractMean,
            voxels.isEmpty() ? Optional.empty() : Optional.of(ModelOptions.voxels(voxels)),
            Optional.ofNullable(metric),
            softmax(),
            Optional.ofNullable(data),
            fit -> tables.rules(common, fit));
    if (out != null) {
      Outputs.ofTable(out, common).requireNotTables(inputs());
    }
    try (Workers workers = common.workers()) {
      var run = new Identifying(request, common, workers, common.commandWords());
      var report = new IdentifyReport(run.run(subject.isEmpty() ? theOnlyOne() : subject));
      report.lines(top).forEach(common::print);
      if (out != null) {
        report.write(out).forEach(file -> common.print("  wrote " + file));
      }
      common.printJson(report.json(top, Optional.ofNullable(out)));
    }
    return 0;
  }

  private List<Path> inputs() {
    var inputs = new ArrayList<>(images);
    Optional.ofNullable(candidates).ifPresent(inputs::add);
    Optional.ofNullable(features)
        .map(name -> FeatureChoice.of(name).files())
        .ifPresent(inputs::addAll);
    return inputs;
  }

  private Softmax softmax() {
    try {
      return new Softmax(temperature);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--temperature: " + e.getMessage());
    }
  }

  private String theOnlyOne() throws IOException {
    List<String> fitted = SavedFit.subjects(model.path());
    if (fitted.isEmpty()) {
      throw InputException.in(
          model.path(),
          "no participant has been fitted here. Fit one first: "
              + TypedCommand.mitchell("fit", "--subject", "P1"));
    }
    if (fitted.size() > 1) {
      throw new UsageException(
          "--subject: several participants are fitted in %s. Name one of %s"
              .formatted(model.path(), String.join(", ", fitted)));
    }
    return fitted.get(0);
  }
}
