package org.mitchell.cli.maps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mitchell.analysis.UninformativeFeatures;
import org.mitchell.analysis.regions.RegionAccuracies;
import org.mitchell.analysis.regions.RegionAccuracy;
import org.mitchell.analysis.regions.RegionShares;
import org.mitchell.cli.options.AtlasOptions;
import org.mitchell.cli.options.ChanceOptions;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FewWordsOption;
import org.mitchell.cli.options.FittedOptions;
import org.mitchell.cli.options.SubsamplesOption;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.RegionsRecord;
import org.mitchell.derivatives.RegionsWriter;
import org.mitchell.evaluation.stability.VoxelCriterion;
import org.mitchell.files.InputException;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.atlas.AtlasRegions;
import org.mitchell.maps.atlas.Region;
import org.mitchell.provenance.Provenance;
import org.mitchell.study.FittedParticipant;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell regions}: accuracy by anatomical region. */
@Command(
    name = "regions",
    description =
        "Evaluate leave-two-out on the voxels of each anatomical region alone: where words can be"
            + " told apart; and what several feature spaces explain there.",
    footer = {
      "",
      "A region with more voxels than the fit compares is compared at its most stable ones, chosen"
          + " anew in every fold. p is by relabelling the words, corrected by the maximum over the"
          + " regions: each accuracy less the mean of its relabellings, by their standard"
          + " deviation. Penalties that are chosen are those of the fit's folds, and for p those"
          + " chosen once from all words, relabelled or not.",
      "",
      "Of fits of two or three feature spaces also: R2 of all together, what is unique to each,"
          + " and what is shared, with 95%% intervals over other words. p of what is unique is by"
          + " exchanging between words what a model of the other spaces leaves of its features."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RegionsCommand implements Callable<Integer> {
  @Mixin private FittedOptions fitted;
  @Mixin private AtlasOptions atlas;
  @Mixin private FewWordsOption fewWords;

  @Option(
      names = "--fewest-voxels",
      paramLabel = "N",
      description = "leave out regions with fewer voxels (default: ${DEFAULT-VALUE})")
  private int fewestVoxels = RegionAccuracies.USUAL_FEWEST_VOXELS;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description = "relabellings of the words for p-values; 0 for none (default: 200)")
  private int permutations = 200;

  @Option(
      names = "--only",
      paramLabel = "WHAT",
      description =
          "of fits of several feature spaces: ${COMPLETION-CANDIDATES} alone (default: both)")
  private Only only;

  @Mixin private SubsamplesOption subsamples;

  /** One of two tables. */
  enum Only {
    /** How well words are told apart. */
    ACCURACY,
    /** What feature spaces explain. */
    SHARES
  }

  @Mixin private ChanceOptions chance;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    atlas.requireGiven();
    if (permutations < 0 || fewestVoxels < 1) {
      throw new UsageException(
          permutations < 0
              ? "--permutations: got %d where a number from 0 up is expected"
                  .formatted(permutations)
              : "--fewest-voxels: got %d where a number from 1 up is expected"
                  .formatted(fewestVoxels));
    }
    if (subsamples.isGiven() && only == Only.ACCURACY) {
      throw new UsageException(
          "--subsamples: not with --only accuracy, which has no interval: halves of the words are"
              + " for shares");
    }
    var summaries = new ArrayList<Map<String, Object>>();
    try (Workers workers = common.workers()) {
      fitted.takePlaces(common);
      for (String subject : fitted.subjects()) {
        summaries.add(run(subject, workers));
      }
    }
    common.printJsonWithMessages(
        summaries.size() == 1 ? summaries.get(0) : Map.of("subjects", summaries));
    return 0;
  }

  private Map<String, Object> run(String subject, Workers workers) throws IOException {
    var inputs = new ArrayList<Provenance.Input>();
    FittedParticipant participant = fitted.read(subject, inputs);
    boolean several = RegionsOfSpaces.possible(participant);
    if (only == Only.SHARES && !several) {
      throw new InputException(
          "participant %s was not fitted with two or three feature spaces, and shares are of what these explain. Fit with --features A=FILE,B=FILE"
              .formatted(subject));
    }
    if (subsamples.isGiven() && !several) {
      throw new InputException(
          "--subsamples: participant %s was not fitted with two or three feature spaces, and halves of the words are for what these explain. Leave it out"
              .formatted(subject));
    }
    if (only != Only.SHARES) {
      requireOnePenalty(participant);
      requireOwnVoxels(participant);
    }
    if (only != Only.SHARES && !participant.fit().left().isPairs()) {
      common.note(
          "%s: regions are evaluated by leave-two-out, the fit by %s"
              .formatted(subject, participant.fit().left().inWords()));
    }
    fewWords.require(subject, participant.input().responses().words().size(), 0);
    UninformativeFeatures uninformative = participant.uninformative();
    uninformative.notes().forEach(note -> common.note(subject + ": " + note));
    List<Region> all = regions(participant).regions();
    inputs.addAll(common.inputs().of(atlas.files()));
    List<Region> large = all.stream().filter(r -> r.columns().length >= fewestVoxels).toList();
    if (large.isEmpty()) {
      throw new InputException(
          "no region of %s has %s or more of participant %s. --fewest-voxels N takes smaller ones"
              .formatted(atlas.name(), Counted.of(fewestVoxels, "voxel"), subject));
    }
    Provenance provenance =
        Provenance.of(common.commandWords(), inputs, Map.of()).withSeed(chance.seed());
    var summary = new LinkedHashMap<String, Object>();
    var outputs = new ArrayList<String>();
    summary.put("subject", participant.fit().subject());
    summary.put("study", participant.fit().study());
    summary.put("simulated", participant.fit().simulated());
    summary.put("atlas", atlas.name());
    summary.put("permutations", permutations);
    summary.put("seed", chance.seed());
    summary.put("regionsLeftOut", all.size() - large.size());
    if (only != Only.SHARES) {
      outputs.add(
          accuracies(participant, large, all.size() - large.size(), provenance, workers, summary)
              .toString());
    }
    if (several && only != Only.ACCURACY) {
      var plan = new RegionShares.Plan(subsamples.checked(), permutations, chance.seed());
      var shares = new RegionsOfSpaces(participant, plan, common, workers);
      outputs.add(
          shares
              .write(
                  large,
                  new RegionsOfSpaces.Place(
                      atlas.name(), fewestVoxels, all.size() - large.size(), fitted.out()),
                  provenance)
              .toString());
      summary.put("shares", shares.summary());
    }
    summary.put("outputs", outputs);
    summary.put("uninformative", uninformative.toMap());
    return summary;
  }

  private Path accuracies(
      FittedParticipant participant,
      List<Region> large,
      int left,
      Provenance provenance,
      Workers workers,
      Map<String, Object> summary)
      throws IOException {
    List<RegionAccuracy> accuracies =
        RegionAccuracies.of(
            participant.input(), large, permutations, chance.seed(), workers, common.progress());
    var record =
        new RegionsRecord(
            participant.fit(),
            accuracies,
            left,
            atlas.name(),
            permutations,
            fewestVoxels,
            provenance);
    Path file = RegionsWriter.write(record, fitted.out());
    print(record, file);
    summary.put("regions", RegionsWriter.summary(accuracies));
    return file;
  }

  private AtlasRegions regions(FittedParticipant participant) throws IOException {
    VoxelPlaces places =
        participant
            .input()
            .responses()
            .places()
            .orElseThrow(
                () ->
                    new InputException(
                        "participant %s has no voxel coordinates, so its voxels lie in no region. Fit with --coords FILE"
                            .formatted(participant.fit().subject())));
    return atlas.read(common).orElseThrow().regions(places);
  }

  private static void requireOnePenalty(FittedParticipant participant) {
    if (participant.input().encoding().penalty().isPerVoxel()) {
      throw new InputException(
          "participant %s was fitted with a penalty a voxel, and regions are evaluated with one a fold. Fit with --ridge LAMBDA, or --ridge auto --ridge-per global"
              .formatted(participant.fit().subject()));
    }
  }

  /** Relabelled words are compared on the voxels of the words as they are. */
  private void requireOwnVoxels(FittedParticipant participant) {
    VoxelCriterion criterion = participant.fit().options().criterion();
    if (permutations > 0 && criterion.needsFeatures()) {
      throw new InputException(
          "participant %s was fitted with --select %s, by which other features would choose other voxels. Give --permutations 0, or fit with voxels chosen otherwise"
              .formatted(participant.fit().subject(), criterion.label()));
    }
  }

  private void print(RegionsRecord record, Path file) {
    common.print("");
    common.print(
        "Participant %s%s: leave-two-out by region of %s"
            .formatted(
                record.fit().subject(),
                record.fit().simulated() ? " (SIMULATED)" : "",
                record.atlas()));
    if (record.left() > 0) {
      common.print(
          "  %s with fewer than %s left out"
              .formatted(
                  Counted.of(record.left(), "region"), Counted.of(record.fewestVoxels(), "voxel")));
    }
    common.print(
        record.permutations() == 0
            ? "  no p: no relabellings of the words were asked for"
            : "  p by %s of the words; corrected for %s by their maximum"
                .formatted(
                    Counted.of(record.permutations(), "relabelling"),
                    Counted.of(record.accuracies().size(), "region")));
    common.print("");
    common.print("    accuracy        p  corrected  voxels  compared  region");
    record.accuracies().stream()
        .sorted(Comparator.comparing(RegionAccuracy::accuracy).reversed())
        .forEach(
            region ->
                common.print(
                    "    %8s %8s %10s %,7d %,9d  %s"
                        .formatted(
                            Decimals.decimal(region.accuracy()),
                            Decimals.decimal(region.p()),
                            Decimals.decimal(region.pCorrected()),
                            region.voxels(),
                            region.compared(),
                            region.name())));
    common.print("");
    common.print("  wrote " + file);
  }
}
