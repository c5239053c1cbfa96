package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.cli.options.BackgroundOption;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.MeshOptions;
import org.mitchell.cli.options.NewWordFeaturesOption;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.AskedWords.Asked;
import org.mitchell.derivatives.KnownMeshes;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.derivatives.contents.MeshFile;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.brain.ColumnImages;
import org.mitchell.figures.brain.CortexImages;
import org.mitchell.figures.brain.Cut;
import org.mitchell.figures.brain.MapLabels;
import org.mitchell.figures.brain.PictureStyle;
import org.mitchell.figures.brain.View;
import org.mitchell.figures.words.FeatureBars;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.study.ExampleWords;
import org.mitchell.study.ExplainedWord;
import org.mitchell.study.Predicting;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code mitchell figure signatures}: the paper's figures 1 and 2, from a word to its features and
 * from these to its image.
 */
@Command(
    name = "signatures",
    description =
        "Draw how a word's image is predicted: its features, the largest of them times their"
            + " signatures, the sum of all, and predicted beside observed images.",
    footer = {
      "",
      "In the middle: contributions in the model of all words, value of the feature times its"
          + " signature. Below: words of the training as predicted by models that were trained"
          + " without them."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FigureSignaturesCommand implements Callable<Integer> {
  private static final int MOST_TOP = 6;

  @Option(
      names = "--words",
      paramLabel = "WORD,...",
      split = ",",
      hideParamSyntax = true,
      description =
          "the word that is explained, and others to compare it with (default: celery,airplane;"
              + " else the two of the fit that differ most in features)")
  private List<String> words = List.of();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "how many of the word's features to show (default: ${DEFAULT-VALUE})")
  private int top = 3;

  @Option(
      names = "--cut",
      paramLabel = "MM",
      description = "where the axial slice lies (default: ${DEFAULT-VALUE}, the paper's)")
  private double cut = -12;

  @Mixin private BackgroundOption background;

  @Mixin private MeshOptions mesh;

  @Mixin private NewWordFeaturesOption newWords;

  @Mixin private FitPictureOptions figure;
  @Mixin private TableOptions tables;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    if (top < 1 || top > MOST_TOP) {
      throw new UsageException(
          "--top: got %d where a number from 1 to %d is expected".formatted(top, MOST_TOP));
    }
    words = FitPictureOptions.words(words);
    figure.picture().check(background.asked().stream().toList(), common);
    try (Workers workers = common.workers()) {
      draw(figure.fit(), workers);
    }
    return 0;
  }

  /** Where images are drawn. */
  private sealed interface Brain {
    VoxelPlaces places();
  }

  private record InBox(VoxelGrid places) implements Brain {}

  private record OnMeshes(Grayordinates places, CorticalMeshes meshes) implements Brain {}

  private Brain brain(SavedFit fit, Optional<VoxelPlaces> places) throws IOException {
    if (places.orElse(null) instanceof Grayordinates vertices) {
      if (background.asked().isPresent()) {
        throw new UsageException(
            "--background is of voxels, and participant %s is on surfaces"
                .formatted(figure.subject()));
      }
      return new OnMeshes(vertices, meshes(fit));
    }
    if (places.orElse(null) instanceof VoxelGrid grid) {
      return new InBox(grid);
    }
    throw noSlice(fit);
  }

  private CorticalMeshes meshes(SavedFit fit) throws IOException {
    Optional<CorticalMeshes> given = mesh.read(common);
    if (given.isPresent()) {
      return given.get();
    }
    List<MeshFile> known = KnownMeshes.beside(fit.modelFile());
    if (known.isEmpty()) {
      throw new InputException(
          "participant %s is on surfaces, and no mesh to draw on is known"
              .formatted(figure.subject()),
          Remedy.MESHES);
    }
    return KnownMeshes.read(known);
  }

  private InputException noSlice(SavedFit fit) {
    return fit.places().isPresent()
        ? fit.places().get().noBox("a slice", figure.subject())
        : new InputException(
            "participant %s has no voxel coordinates, so there is no slice to draw"
                .formatted(figure.subject()),
            Remedy.COORDINATES);
  }

  private void draw(SavedFit fit, Workers workers) throws IOException {
    Optional<Responses> responses = figure.responses(fit);
    Brain brain = brain(fit, responses.flatMap(Responses::places).or(fit::places));
    var found =
        Predicting.predict(
            fit,
            responses,
            ExampleWords.of(words, fit),
            newWords.features(),
            tables.rules(common, fit),
            workers);
    found.notes().forEach(note -> common.note("%s: %s".formatted(figure.subject(), note)));
    EncodingModel onGrid = found.model();
    List<String> shown = found.words().stream().map(Asked::word).toList();
    String first = shown.get(0);
    var explained = ExplainedWord.of(onGrid, found.words().get(0).rawVector(), top);
    var images = new ArrayList<ColumnImages.Image>();
    for (WordPrediction prediction : found.predictions()) {
      String word = prediction.word();
      images.add(new ColumnImages.Image(word + ", predicted", prediction.predicted()));
      prediction
          .observed()
          .ifPresent(seen -> images.add(new ColumnImages.Image(word + ", observed", seen)));
    }
    Drawing above =
        picture(
            fit,
            images(explained),
            brain,
            "Each feature times its signature; their sum is what the model predicts");
    Drawing below = picture(fit, images, brain, "Predicted without the word, and observed");
    Drawing features =
        new FeatureBars(
                "%s: '%s' in %s"
                    .formatted(
                        figure.subject(),
                        first,
                        Counted.of(onGrid.featureNames().size(), "feature")),
                onGrid.featureNames(),
                explained.scaled(),
                spaces(fit),
                figure.picture().theme())
            .drawing();
    Path out = figure.picture().write(features.above(above).above(below), common);
    common.print("%s: %s".formatted(figure.subject(), String.join(", ", shown)));
    common.print("  " + out);
    var json = new LinkedHashMap<String, Object>();
    json.put("subject", figure.subject());
    json.put("words", shown);
    json.put("features", explained.values());
    json.put("background", below(fit).map(Path::toString).orElse(null));
    json.put("outputs", List.of(out.toString()));
    common.printJson(json);
  }

  private static List<FeatureBars.Space> spaces(SavedFit fit) {
    return fit.features().parts(fit.model().scaling().widths()).parts().stream()
        .map(part -> new FeatureBars.Space(part.label(), part.width()))
        .toList();
  }

  private Optional<Path> below(SavedFit fit) {
    return fit.grid().flatMap(grid -> background.anatomy(grid.space().label()));
  }

  private Drawing picture(SavedFit fit, List<ColumnImages.Image> images, Brain brain, String title)
      throws IOException {
    Space space = brain.places().space();
    var labels =
        new MapLabels(
            "model of " + figure.subject(),
            figure.subject(),
            title,
            "response",
            MapLabels.Kind.OTHER,
            "",
            space.label(),
            space.xformCode(),
            fit.simulated(),
            fit.settings());
    var style =
        new PictureStyle(
            figure.picture().theme(),
            OptionalInt.empty(),
            figure.picture().title(title),
            "response");
    if (brain instanceof OnMeshes cortex) {
      return new CortexImages(images, cortex.places(), cortex.meshes(), labels, style).drawing();
    }
    VoxelGrid grid = ((InBox) brain).places();
    var pictures =
        new ColumnImages(images, grid, new Cut(View.AXIAL, cut), labels, Optional.empty(), style);
    Optional<Path> below = below(fit);
    return (below.isEmpty() ? pictures : pictures.over(below.get())).drawing();
  }

  private static List<ColumnImages.Image> images(ExplainedWord explained) {
    var images = new ArrayList<ColumnImages.Image>();
    for (ExplainedWord.Contribution one : explained.contributions()) {
      String caption = "%s %s".formatted(one.feature(), Decimals.decimal(one.value()));
      images.add(new ColumnImages.Image(caption, one.image()));
    }
    images.add(new ColumnImages.Image("sum of all", explained.predicted()));
    return images;
  }
}
