package org.mitchell.cli.participants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CategoryOptions;
import org.mitchell.cli.options.ChanceOptions;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FeatureOptions;
import org.mitchell.cli.options.ParticipantOptions;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.corpus.WordList;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.volumes.BrainMask;
import org.mitchell.paper.Paper;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.simulation.SimulatedBrain;
import org.mitchell.simulation.SimulatedParticipant;
import org.mitchell.simulation.Simulation;
import org.mitchell.simulation.SimulationFiles;
import org.mitchell.study.FoundWords;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell simulate}: a participant whose truth is known. */
@Command(
    name = "simulate",
    description =
        "Simulate a participant with planted signatures, in the layout of CMU's files, labelled"
            + " SIMULATED.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SimulateCommand implements Callable<Integer> {
  @Option(
      names = "--subject",
      required = true,
      paramLabel = "LABEL",
      description = "its label; not P1 to P9, which are real")
  private String subject;

  @Mixin private FeatureOptions features;

  @Option(
      names = "--nouns",
      paramLabel = "FILE",
      description = "its words, one a line (default: the paper's 60)")
  private Path nouns;

  @Mixin private CategoryOptions categories;

  @Option(
      names = "--presentations",
      paramLabel = "N",
      description = "of every word (default: ${DEFAULT-VALUE})")
  private int presentations = 6;

  @Option(
      names = "--snr",
      paramLabel = "RATIO",
      description =
          "sd over words of the planted response by sd of a trial's noise, in voxels with signal"
              + " (default: ${DEFAULT-VALUE})")
  private double signalToNoise = 0.1;

  @Option(
      names = "--noise-fwhm",
      paramLabel = "MM",
      description = "smoothness of the noise (default: none)")
  private double noiseFwhm;

  @Option(
      names = "--shared-signal",
      paramLabel = "SD",
      description =
          "sd of a response to each word that participants of one --shared-seed share and features"
              + " have no part in, by sd of a trial's noise; smooth, 12 mm FWHM (default: 0)")
  private double sharedSignal;

  @Option(
      names = "--shared-signatures",
      description = "plant the signatures of all participants of one --shared-seed")
  private boolean sharedSignatures;

  @Option(
      names = "--shared-seed",
      paramLabel = "N",
      description = "seed of what several participants share, who differ in --seed (default: 1)")
  private Long sharedSeed;

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description = "NIfTI mask that gives the voxels (default: an ellipsoid brain on CMU's grid)")
  private Path mask;

  @Option(names = "--out", paramLabel = "DIR", description = "where to (default: ${DEFAULT-VALUE})")
  private Path out = ParticipantOptions.DATA;

  @Mixin private TableOptions tables;
  @Mixin private ChanceOptions chance;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    requireShared();
    try (Workers workers = common.workers()) {
      common.places().takeFile(SimulationFiles.responses(out, subject));
      SimulatedParticipant participant = simulation(workers).run(workers);
      List<Path> files = SimulationFiles.write(participant, out);
      int signal = participant.truth().signalVoxels();
      common.print(
          "SIMULATED participant %s: %s, %s, %s, %,d of them with signal; seed %d"
              .formatted(
                  participant.simulation().participant(),
                  Counted.of(participant.responses().words().size(), "word"),
                  Counted.of(presentations, "presentation"),
                  Counted.of(participant.responses().voxels(), "voxel"),
                  signal,
                  chance.seed()));
      files.forEach(file -> common.print("  " + file));
      common.print(
          "Next: "
              + TypedCommand.mitchell("fit", "--subject", participant.simulation().participant())
                  .option("--data", out, ParticipantOptions.DATA)
                  .option("--features", features.choice().nameOrFile(), FeatureOptions.BUILT_IN)
                  .option("--columns", features.choice().columns(), ""));
      var json = new LinkedHashMap<String, Object>();
      json.put("subject", participant.simulation().participant());
      json.put("simulated", true);
      json.put("study", participant.responses().study());
      json.put("words", participant.responses().words().size());
      json.put("presentations", presentations);
      json.put("voxels", participant.responses().voxels());
      json.put("signalVoxels", signal);
      json.put("seed", chance.seed());
      if (isShared()) {
        json.put("sharedSignal", sharedSignal);
        json.put("sharedSignatures", sharedSignatures);
        json.put("sharedSeed", sharedSeed());
      }
      json.put("outputs", files.stream().map(Path::toString).toList());
      common.printJson(json);
    }
    return 0;
  }

  private boolean isShared() {
    return sharedSignal > 0 || sharedSignatures;
  }

  private long sharedSeed() {
    return sharedSeed == null ? 1 : sharedSeed;
  }

  private void requireShared() {
    if (!(sharedSignal >= 0) || Double.isInfinite(sharedSignal)) {
      throw new UsageException(
          "--shared-signal: got " + sharedSignal + " where a number from 0 up is expected");
    }
    if (sharedSeed != null && !isShared()) {
      throw new UsageException("--shared-seed goes with --shared-signal or --shared-signatures");
    }
  }

  private Simulation simulation(Workers workers) throws IOException {
    List<String> words = nouns == null ? Paper.nouns() : WordList.read(nouns, tables.rules(common));
    FeatureSource source = features.open(workers, tables.rules(common));
    FeatureSpace space = source.vectors(words);
    FoundWords.spellings(space).ifPresent(common::note);
    for (String word : words) {
      if (space.vector(word).isEmpty()) {
        throw source.unknown(word);
      }
    }
    List<String> zero = space.zeroWords();
    if (!zero.isEmpty() && features.requireAll()) {
      throw new InputException(source.name() + ": all features are zero for " + zero);
    }
    if (!zero.isEmpty()) {
      common.note(
          "%s: all features are zero for %s: these words are left out"
              .formatted(source.name(), zero));
    }
    List<String> shown = words.stream().filter(word -> !zero.contains(word)).toList();
    Map<String, String> category =
        FoundWords.categories(
            shown, categories.given(tables.rules(common)).orElseGet(Paper::categories));
    VoxelGrid grid = mask == null ? SimulatedBrain.cmu() : BrainMask.read(mask).grid();
    return Simulation.builder(subject)
        .stimuli(
            shown.stream()
                .map(word -> new Stimulus(word, category.getOrDefault(word, "")))
                .toList())
        .features(
            space.features(),
            shown.stream().map(w -> space.vector(w).orElseThrow()).toArray(double[][]::new))
        .presentations(presentations)
        .signalToNoise(signalToNoise)
        .noiseFwhm(noiseFwhm)
        .sharedSignal(sharedSignal)
        .sharedSignatures(sharedSignatures)
        .sharedSeed(sharedSeed())
        .grid(grid)
        .seed(chance.seed())
        .build();
  }
}
