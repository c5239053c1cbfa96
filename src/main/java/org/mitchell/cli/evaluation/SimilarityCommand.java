package org.mitchell.cli.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mitchell.analysis.ParticipantSize;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.cli.options.AnalysisOptions;
import org.mitchell.cli.options.AtlasOptions;
import org.mitchell.cli.options.BidsOptions;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.MeshOptions;
import org.mitchell.cli.options.ModelOptions;
import org.mitchell.cli.options.ParticipantOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.derivatives.SimilarityRecord;
import org.mitchell.derivatives.SimilarityWriter;
import org.mitchell.derivatives.contents.MeshFile;
import org.mitchell.encoding.Scale;
import org.mitchell.files.Remedy;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.similarity.Agreement;
import org.mitchell.similarity.Distance;
import org.mitchell.similarity.SimilarityPlan;
import org.mitchell.study.RivalSpaces;
import org.mitchell.study.SimilarityAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell similarity}: representational similarity analysis. */
@Command(
    name = "similarity",
    description =
        "Relate distances between words in feature spaces to those between their images:"
            + " representational similarity analysis of the brain, its regions or every sphere in"
            + " it.",
    footer = {
      "",
      "A space is NAME, FILE, FILE:COLUMNS or LABEL=FILE:COLUMNS. Intervals and p are over other"
          + " words and other participants, by resampling both; p over words is by letting words"
          + " exchange their features. The ceiling is how far the participants agree with one"
          + " another. Voxels are chosen by their stability, which knows nothing of features."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SimilarityCommand implements Callable<Integer> {
  private static final int USUAL_VOXELS = 500;
  private static final double USUAL_RADIUS = 9;
  private static final int USUAL_FEWEST_VOXELS = 10;

  @Option(
      names = "--features",
      required = true,
      paramLabel = "A,B,...",
      description = "feature spaces, one or more")
  private String features;

  @Mixin private ParticipantOptions participants;
  @Mixin private BidsOptions bids;

  @Option(
      names = "--distance",
      paramLabel = "NAME",
      description =
          "of images: ${COMPLETION-CANDIDATES} (default: correlation); mahalanobis and"
              + " crossnobis are in units of the noise between presentations")
  private Distance distance = Distance.CORRELATION;

  @Option(
      names = "--feature-distance",
      paramLabel = "NAME",
      description = "of features: correlation, euclidean or cosine (default: correlation)")
  private Distance featureDistance = Distance.CORRELATION;

  @Option(
      names = "--agreement",
      paramLabel = "NAME",
      description = "of the distances: ${COMPLETION-CANDIDATES} (default: spearman)")
  private Agreement agreement = Agreement.SPEARMAN;

  @Option(
      names = "--voxels",
      paramLabel = "N",
      description =
          "without --atlas: how many of each participant's most stable voxels are compared; all for"
              + " all of them"
              + " (default: "
              + USUAL_VOXELS
              + ")")
  private String voxels;

  @Mixin private AtlasOptions atlas;

  @Option(
      names = "--fewest-voxels",
      paramLabel = "N",
      description =
          "with --atlas: leave out regions with fewer voxels (default: "
              + USUAL_FEWEST_VOXELS
              + ")")
  private Integer fewestVoxels;

  @Option(
      names = "--searchlight",
      description = "also: a map of the agreement in the sphere about every voxel")
  private boolean searchlight;

  @Option(
      names = "--radius",
      paramLabel = "MM",
      description =
          "of the searchlight's spheres, on surfaces along the edges of --mesh (default: "
              + (int) USUAL_RADIUS
              + ")")
  private Double radius;

  @Mixin private MeshOptions mesh;

  @Option(names = "--no-baselines", description = "leave out the category of the words")
  private boolean noBaselines;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description = "relabellings of the words; 0 for none (default: ${DEFAULT-VALUE})")
  private int permutations = SimilarityPlan.USUAL_PERMUTATIONS;

  @Option(
      names = "--resamples",
      paramLabel = "N",
      description =
          "of words and participants, for intervals; 0 for none (default: ${DEFAULT-VALUE})")
  private int resamples = SimilarityPlan.USUAL_RESAMPLES;

  @Mixin private RivalWordsOptions words;

  @Mixin private AnalysisOptions analysis;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    atlas.require();
    var plan = plan();
    OptionalInt most =
        ModelOptions.voxels(voxels == null ? Integer.toString(USUAL_VOXELS) : voxels);
    List<RivalSpaces.Named> given =
        SpaceSpec.singles(features, "similarity").stream()
            .map(space -> space.named(false))
            .toList();
    Optional<CorticalMeshes> meshes = mesh.read(common);
    if (meshes.isPresent() && !searchlight) {
      throw new UsageException("--mesh goes with --searchlight");
    }
    try (Workers workers = common.workers()) {
      var all = analysis.participants(participants, bids, common);
      all.takePlaceOfAll();
      if (searchlight) {
        all.takePlaces();
      }
      SpacesOfParticipants read =
          SpacesOfParticipants.read(
              new RivalSpaces(
                  common, workers, analysis.rules(common), scaling(), words.requireAll()),
              given,
              all,
              words.categories(analysis.rules(common)),
              !noBaselines,
              ParticipantSize.Task.SIMILARITY,
              shown -> SimilarityAnalysis.require(shown, distance),
              workers);
      List<Contender> contenders = read.contenders();
      var request =
          new SimilarityAnalysis.Request(
              distance,
              featureDistance,
              most,
              atlas.read(common),
              fewestVoxels == null ? USUAL_FEWEST_VOXELS : fewestVoxels,
              searchlight
                  ? OptionalDouble.of(radius == null ? USUAL_RADIUS : radius)
                  : OptionalDouble.empty(),
              meshes,
              plan);
      SimilarityRecord.Found found =
          SimilarityAnalysis.of(
              request, contenders, number -> read.of(number).get(0).responses(), common, workers);
      var record =
          new SimilarityRecord(
              found,
              distance,
              featureDistance,
              plan,
              contenders.stream().filter(Contender::baseline).map(Contender::name).toList(),
              meshFiles(meshes),
              read.sources(),
              SimilarityPicture.of(found, agreement).drawing()::writeSvg,
              analysis.provenance(
                  read.inputs(common, given, participants, otherFiles(meshes)), common));
      var written = SimilarityWriter.write(record, analysis.out());
      common.printFound(
          SimilarityTable.lines(written.figures(), found), written.outputs(), written.figures());
    }
    return 0;
  }

  private SimilarityPlan plan() {
    if (permutations < 0) {
      throw new UsageException(
          "--permutations: got " + permutations + " where a number from 0 up is expected");
    }
    if (resamples < 0 || resamples == 1) {
      throw new UsageException(
          "--resamples: got " + resamples + " where 0, or a number from 2 up, is expected");
    }
    if (featureDistance.takesPresentations()) {
      throw new UsageException(
          "--feature-distance: features have no presentations. Take correlation, euclidean or"
              + " cosine");
    }
    if (fewestVoxels != null && fewestVoxels < 2) {
      throw new UsageException(
          "--fewest-voxels: got " + fewestVoxels + " where a number from 2 up is expected");
    }
    if (fewestVoxels != null && !atlas.isGiven()) {
      throw new UsageException("--fewest-voxels goes with --atlas");
    }
    if (voxels != null && ModelOptions.voxels(voxels).isPresent() && atlas.isGiven()) {
      throw new UsageException("--voxels: with --atlas all voxels of each region are compared");
    }
    if (searchlight && agreement == Agreement.TAU_A) {
      throw new UsageException(
          "--searchlight: --agreement tau-a would take hours at every voxel. Take another one");
    }
    if (radius != null && !searchlight) {
      throw new UsageException("--radius goes with --searchlight");
    }
    if (radius != null && radius <= 0) {
      throw new UsageException("--radius: got " + radius + " where millimetres are expected");
    }
    return new SimilarityPlan(agreement, permutations, resamples, analysis.seed());
  }

  /** Vectors without a direction have no correlation and no cosine. */
  private RivalSpaces.Scaling scaling() {
    return new RivalSpaces.Scaling(
        space ->
            SimilarityAnalysis.featureDistance(featureDistance, space.features().size())
                    == Distance.EUCLIDEAN
                ? Scale.NONE
                : Scale.UNIT,
        Remedy.EUCLIDEAN_FEATURES);
  }

  private List<MeshFile> meshFiles(Optional<CorticalMeshes> meshes) throws IOException {
    var files = new ArrayList<MeshFile>();
    for (CorticalMeshes.Mesh one : meshes.map(CorticalMeshes::all).orElse(List.of())) {
      String sha256 = common.inputs().of(one.file()).sha256();
      files.add(MeshFile.of(one.hemisphere(), one.file(), sha256));
    }
    return files;
  }

  private List<Path> otherFiles(Optional<CorticalMeshes> meshes) {
    return Stream.of(
            atlas.files().stream(),
            words.files().stream(),
            meshes.stream().flatMap(read -> read.files().stream()))
        .flatMap(Function.identity())
        .toList();
  }
}
