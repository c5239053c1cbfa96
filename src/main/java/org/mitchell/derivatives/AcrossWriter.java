package org.mitchell.derivatives;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.mitchell.analysis.across.AcrossResult;
import org.mitchell.derivatives.contents.AcrossFigures;
import org.mitchell.derivatives.contents.Ends;
import org.mitchell.derivatives.contents.MadeBy;
import org.mitchell.evaluation.across.Reached;
import org.mitchell.evaluation.across.Way;
import org.mitchell.evaluation.groups.ParticipantsTest;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.files.Json;
import org.mitchell.tables.TableWriter;

/** Writes how well participants are predicted by models of the others. */
public final class AcrossWriter {
  private static final String STEM = "desc-across_comparison";

  private AcrossWriter() {}

  /** What was written. */
  public record Written(AcrossFigures figures, List<Path> outputs) {}

  /**
   * @param root the derivatives folder; made if need be
   * @throws IOException if the folder cannot be written; nothing is then left under a final name
   */
  public static Written write(Measured<AcrossResult> record, Path root) throws IOException {
    AcrossFigures figures = figures(record);
    BidsName name = BidsName.ofAll(root, record.task());
    List<Path> files =
        record.write(
            root,
            name.plain(STEM + ".tsv"),
            stream -> writeTable(figures, stream),
            name.plain(STEM + ".json"),
            figures.madeBy(MadeBy.of(record.provenance())));
    return new Written(figures.written(files), files);
  }

  private static AcrossFigures figures(Measured<AcrossResult> record) {
    AcrossResult result = record.result();
    ParticipantsTest within = result.ofWithin();
    return new AcrossFigures(
        result.model(),
        result.participants(),
        result.words(),
        record.simulated(),
        result.ways().stream().anyMatch(way -> way.way() == Way.PROCRUSTES)
            ? OptionalInt.of(result.dimensions())
            : OptionalInt.empty(),
        result.commonVoxels(),
        result.permutations(),
        new AcrossFigures.Within(boxed(result.within()), within.mean(), ends(within)),
        result.ways().stream().map(AcrossWriter::way).toList(),
        OptionsJson.of(result.options()),
        Optional.empty(),
        Optional.empty());
  }

  private static AcrossFigures.Way way(AcrossResult.OfWay way) {
    return new AcrossFigures.Way(
        way.way().name().toLowerCase(Locale.ROOT),
        way.reached().stream().map(Reached::accuracy).toList(),
        way.reached().stream()
            .map(one -> new NullDistribution(one.relabelled()).p(one.accuracy()))
            .toList(),
        GroupSummary.of(way.group()),
        difference(way.lessWithin()),
        way.exchanged()
            .map(
                other ->
                    new AcrossFigures.Exchanged(
                        boxed(other.accuracies()), other.mean(), difference(other.beyond()))));
  }

  private static AcrossFigures.Difference difference(ParticipantsTest test) {
    return new AcrossFigures.Difference(
        test.mean(), ends(test), Json.finite(test.signFlips().pTwoSided()));
  }

  private static Ends ends(ParticipantsTest test) {
    return Ends.of(test.low(), test.high());
  }

  private static void writeTable(AcrossFigures figures, OutputStream stream) throws IOException {
    var csv = TableWriter.to(stream);
    csv.row("participant", "way", "accuracy", "p", "exchanged", "within");
    for (int k = 0; k < figures.subjects().size(); k++) {
      for (AcrossFigures.Way way : figures.ways()) {
        int number = k;
        csv.row(
            figures.subjects().get(k),
            way.name(),
            TableWriter.cell(way.accuracies().get(k)),
            TableWriter.cell(way.p().get(k)),
            TableWriter.cell(
                way.exchanged().map(one -> one.accuracies().get(number)).orElse(Double.NaN)),
            TableWriter.cell(figures.within().accuracies().get(k)));
      }
    }
    csv.flush();
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
