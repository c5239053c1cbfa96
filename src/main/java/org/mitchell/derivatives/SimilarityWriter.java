package org.mitchell.derivatives;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.MadeBy;
import org.mitchell.derivatives.contents.SimilarityFigures;
import org.mitchell.evaluation.nulls.Holm;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.fmri.Responses;
import org.mitchell.similarity.Dissimilarities;
import org.mitchell.similarity.Searchlight;
import org.mitchell.similarity.SimilarityComparison;
import org.mitchell.similarity.SpaceSimilarity;
import org.mitchell.similarity.Uncertainty;
import org.mitchell.tables.TableWriter;

/**
 * Writes what a representational similarity analysis gave: its figures as a table, as JSON and as a
 * picture, the distances of every two words, and maps of the searchlight.
 */
public final class SimilarityWriter {
  private static final String STEM = "desc-similarity_comparison";
  private static final double LEVEL = 0.05;

  private final SimilarityRecord record;
  private final SimilarityFigures figures;
  private final Path root;

  private SimilarityWriter(SimilarityRecord record, Path root) {
    this.record = record;
    this.figures = figures(record);
    this.root = root;
  }

  /** What was written. */
  public record Written(SimilarityFigures figures, List<Path> outputs) {}

  /**
   * @param root the derivatives folder; made if need be
   * @throws IOException if the folder cannot be written; nothing is then left under a final name
   */
  public static Written write(SimilarityRecord record, Path root) throws IOException {
    return new SimilarityWriter(record, root).write();
  }

  private Written write() throws IOException {
    BidsName all = BidsName.ofAll(root, responses(0).task());
    MadeBy madeBy = MadeBy.of(record.provenance());
    try (var outputs = new OutputSet()) {
      outputs.write(all.plain(STEM + ".tsv"), this::writeTable);
      if (record.found().places().size() == 1) {
        outputs.write(all.plain(STEM + ".svg"), record.plot());
      } else {
        outputs.replace(all.plain(STEM + ".svg"));
      }
      outputs.writeText(all.plain(STEM + ".json"), Json.text(figures.madeBy(madeBy)));
      for (int k = 0; k < record.found().participants().size(); k++) {
        addDistances(outputs, k);
      }
      var maps = new SearchlightFiles(outputs, record, figures, root, madeBy);
      for (int k = 0; k < record.found().searchlights().size(); k++) {
        maps.add(k);
      }
      outputs.writeText(
          DatasetDescription.file(root),
          DatasetDescription.text(root, record.sources(), figures.simulated()));
      List<Path> files = outputs.commit();
      return new Written(figures.written(files), files);
    }
  }

  private void addDistances(OutputSet outputs, int participant) throws IOException {
    Path table =
        BidsName.of(
                root,
                responses(participant).participant(),
                responses(participant).task(),
                Optional.empty())
            .plain("desc-dissimilarities.tsv");
    if (record.found().images().isEmpty()) {
      outputs.replace(table);
    } else {
      outputs.write(table, stream -> writeDistances(participant, stream));
    }
  }

  private Responses responses(int participant) {
    return record.found().participants().get(participant);
  }

  private static SimilarityFigures figures(SimilarityRecord record) {
    List<SimilarityRecord.Place> places = record.found().places();
    double[] corrected =
        Holm.corrected(
            places.stream()
                .flatMap(place -> place.comparison().spaces().stream())
                .mapToDouble(SpaceSimilarity::p)
                .toArray());
    var regions = new ArrayList<SimilarityFigures.Region>();
    int at = 0;
    for (SimilarityRecord.Place place : places) {
      var spaces = new ArrayList<SimilarityFigures.Space>();
      for (SpaceSimilarity space : place.comparison().spaces()) {
        spaces.add(space(space, record.baselines().contains(space.space()), corrected[at++]));
      }
      regions.add(region(place, spaces));
    }
    List<Responses> participants = record.found().participants();
    var settings =
        new SimilarityFigures.Settings(
            lower(record.distance()),
            lower(record.featureDistance()),
            lower(record.plan().agreement()),
            record.plan().permutations(),
            record.plan().resamples(),
            record.plan().seed());
    return new SimilarityFigures(
        participants.stream().map(Responses::participant).toList(),
        participants.get(0).words().size(),
        participants.stream().anyMatch(Responses::simulated),
        settings,
        regions,
        searchlight(record),
        "Holm: differences of a region, and p over words of all regions and spaces",
        Optional.empty(),
        Optional.empty());
  }

  private static SimilarityFigures.Region region(
      SimilarityRecord.Place place, List<SimilarityFigures.Space> spaces) {
    SimilarityComparison comparison = place.comparison();
    return new SimilarityFigures.Region(
        place.name(),
        place.voxels(),
        spaces,
        comparison.ceiling().map(ends -> Ends.of(ends.lower(), ends.upper())),
        comparison.differences().stream()
            .map(
                difference ->
                    new SimilarityFigures.Difference(
                        difference.a(),
                        difference.b(),
                        Json.finite(difference.difference()),
                        ends(difference.overBoth()),
                        Json.finite(difference.overBoth().pTwoSided()),
                        Json.finite(difference.corrected())))
            .toList());
  }

  private static SimilarityFigures.Space space(
      SpaceSimilarity space, boolean baseline, double corrected) {
    return new SimilarityFigures.Space(
        space.space(),
        baseline,
        Arrays.stream(space.participants()).mapToObj(Json::finite).toList(),
        Json.finite(space.mean()),
        ends(space.overBoth()),
        Json.finite(space.overBoth().standardError()),
        Json.finite(space.overBoth().pAbove()),
        Json.finite(space.p()),
        Json.finite(corrected));
  }

  private static Ends ends(Uncertainty uncertainty) {
    return Ends.of(uncertainty.low(), uncertainty.high());
  }

  private static Optional<SimilarityFigures.Searchlight> searchlight(SimilarityRecord record) {
    if (record.found().radius().isEmpty()) {
      return Optional.empty();
    }
    var maps = new ArrayList<SimilarityFigures.Map>();
    for (int k = 0; k < record.found().searchlights().size(); k++) {
      String participant = record.found().participants().get(k).participant();
      for (Searchlight.Maps map : record.found().searchlights().get(k).ofSpaces()) {
        maps.add(map(participant, map, record.plan().permutations() > 0));
      }
    }
    double radius = record.found().radius().getAsDouble();
    return Optional.of(new SimilarityFigures.Searchlight(radius, maps));
  }

  private static SimilarityFigures.Map map(
      String participant, Searchlight.Maps map, boolean judged) {
    OptionalDouble peak =
        Arrays.stream(map.agreement()).filter(value -> !Double.isNaN(value)).max();
    long voxels = Arrays.stream(map.agreement()).filter(value -> !Double.isNaN(value)).count();
    long significant = Arrays.stream(map.familyWise()).filter(p -> p <= LEVEL).count();
    return new SimilarityFigures.Map(
        participant,
        map.space(),
        peak,
        (int) voxels,
        judged ? Optional.of((int) significant) : Optional.empty());
  }

  private void writeTable(OutputStream stream) throws IOException {
    var csv = TableWriter.to(stream);
    var header =
        new ArrayList<>(
            List.of(
                "region",
                "space",
                "baseline",
                "mean",
                "low",
                "high",
                "p",
                "p_words",
                "p_corrected",
                "ceiling_lower",
                "ceiling_upper"));
    header.addAll(figures.subjects());
    csv.row(header);
    for (SimilarityFigures.Region region : figures.regions()) {
      for (SimilarityFigures.Space space : region.spaces()) {
        var cells = new ArrayList<String>();
        cells.add(region.region());
        cells.add(space.name());
        cells.add(Boolean.toString(space.baseline()));
        cells.add(cell(space.mean()));
        cells.add(cell(space.ci95().low()));
        cells.add(cell(space.ci95().high()));
        cells.add(cell(space.p()));
        cells.add(cell(space.pWords()));
        cells.add(cell(space.pCorrected()));
        cells.add(region.ceiling().map(ends -> cell(ends.low())).orElse("n/a"));
        cells.add(region.ceiling().map(ends -> cell(ends.high())).orElse("n/a"));
        space.agreements().forEach(value -> cells.add(cell(value)));
        csv.row(cells);
      }
    }
    csv.flush();
  }

  /** Every two words with their distance by images and by each space. */
  private void writeDistances(int participant, OutputStream stream) throws IOException {
    List<String> words = responses(participant).words();
    Dissimilarities images = record.found().images().get(participant);
    var csv = TableWriter.to(stream);
    var header = new ArrayList<>(List.of("word_1", "word_2", "images"));
    header.addAll(record.found().spaces().keySet());
    csv.row(header);
    for (int i = 0; i < words.size(); i++) {
      for (int j = i + 1; j < words.size(); j++) {
        var cells = new ArrayList<>(List.of(words.get(i), words.get(j)));
        cells.add(Double.toString(images.between(i, j)));
        for (Dissimilarities space : record.found().spaces().values()) {
          cells.add(Double.toString(space.between(i, j)));
        }
        csv.row(cells);
      }
    }
    csv.flush();
  }

  private static String cell(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "n/a";
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
