package org.mitchell.derivatives;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mitchell.analysis.regions.RegionShare;
import org.mitchell.derivatives.contents.ShareFigures;
import org.mitchell.derivatives.contents.ShareSidecar;
import org.mitchell.evaluation.intervals.SubsampleInterval;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.provenance.Provenance;
import org.mitchell.tables.TableWriter;

/** Writes shares of variance by region as a table with a JSON beside it. */
public final class RegionSharesWriter {
  private RegionSharesWriter() {}

  /**
   * @param root the derivatives folder; made if need be
   * @return the table
   */
  public static Path write(
      SavedFit fit,
      List<RegionShare> shares,
      ShareSidecar.Search search,
      Provenance provenance,
      Path root)
      throws IOException {
    var name = BidsName.of(root, fit.subject(), fit.task(), Optional.empty());
    var sidecar =
        new Sidecar(
            fit.subject(), fit.study(), fit.simulated(), fit.places(), fit.options(), provenance);
    Path table = name.plain("desc-shares.tsv");
    var json =
        new ShareSidecar(
            sidecar.description("Variance that feature spaces explain in each region"),
            ShareSidecar.Columns.DESCRIBED,
            search,
            sidecar.about());
    try (var outputs = new OutputSet()) {
      outputs.write(table, stream -> write(shares, stream));
      outputs.writeText(name.plain("desc-shares.json"), Json.text(json));
      outputs.writeText(
          DatasetDescription.file(root),
          DatasetDescription.text(root, List.of(fit.responsesFile()), fit.simulated()));
      outputs.commit();
    }
    return table;
  }

  /** The figures under the names that scripts rely on. */
  public static List<ShareFigures> summary(List<RegionShare> shares) {
    return shares.stream()
        .map(
            share ->
                new ShareFigures(
                    share.label(),
                    share.name(),
                    share.voxels(),
                    part(share),
                    share.space().isEmpty() ? Optional.empty() : Optional.of(share.space()),
                    Json.finite(share.r2()),
                    share.interval().map(EvaluationSummary::ends),
                    Json.finite(share.p()),
                    Json.finite(share.pCorrected())))
        .toList();
  }

  private static void write(List<RegionShare> shares, OutputStream stream) throws IOException {
    var csv = TableWriter.to(stream);
    csv.row(ShareSidecar.Columns.NAMES);
    for (RegionShare share : shares) {
      csv.row(
          Integer.toString(share.label()),
          share.name(),
          Integer.toString(share.voxels()),
          part(share),
          share.space().isEmpty() ? "n/a" : share.space(),
          TableWriter.cell(share.r2()),
          TableWriter.cell(share.interval().map(SubsampleInterval::low).orElse(Double.NaN)),
          TableWriter.cell(share.interval().map(SubsampleInterval::high).orElse(Double.NaN)),
          TableWriter.cell(share.p()),
          TableWriter.cell(share.pCorrected()));
    }
    csv.flush();
  }

  private static String part(RegionShare share) {
    return share.part().name().toLowerCase(Locale.ROOT);
  }
}
