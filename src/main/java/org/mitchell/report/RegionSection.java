package org.mitchell.report;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.tables.CellText;
import org.mitchell.text.Counted;

/** Accuracy on the voxels of single regions. */
final class RegionSection {
  private static final int MOST_ROWS = 20;

  private RegionSection() {}

  /** A row of the table of regions. */
  private record Region(
      String name, double voxels, double compared, double accuracy, double p, double corrected) {}

  static Section of(FitFiles files, NextCommands next) throws IOException {
    var blocks = new ArrayList<Block>();
    for (ParticipantFiles participant : files.participants()) {
      if (participant.regions().isPresent()) {
        blocks.add(table(participant.subject(), participant.regions().get()));
      }
    }
    if (!files.hasImages() && !files.areOfSurfaces()) {
      blocks.add(new Block.Paragraph("Voxels that lie in no box are in no region."));
    } else if (blocks.isEmpty()) {
      blocks.add(
          new Block.Missing(
              "Accuracy by anatomical region was not evaluated.",
              next.ofFits(next.withAtlas("regions"))));
    }
    return new Section("regions", "Regions", blocks);
  }

  /** The region of the best accuracy, in words; nothing where none was evaluated. */
  static Optional<String> best(ParticipantFiles participant) throws IOException {
    if (participant.regions().isEmpty()) {
      return Optional.empty();
    }
    return read(participant.regions().get().table()).stream()
        .filter(region -> !Double.isNaN(region.accuracy))
        .max(Comparator.comparingDouble(region -> region.accuracy))
        .map(
            region ->
                "%s, accuracy %s%s"
                    .formatted(
                        region.name.replace('_', ' '),
                        Numbers.decimal(region.accuracy),
                        Double.isNaN(region.corrected)
                            ? ""
                            : " (%s, corrected for the number of regions)"
                                .formatted(Numbers.named(region.corrected))));
  }

  private static Block table(String subject, ParticipantFiles.Regions regions) throws IOException {
    List<Region> all = read(regions.table());
    long significant = all.stream().filter(r -> r.corrected < .05).count();
    int permutations = regions.about().search().permutations();
    String note =
        permutations > 0
            ? "p by %s, corrected for %s by the maximum over them; %d below .05."
                .formatted(
                    Counted.of(permutations, "relabelling") + " of the words",
                    Counted.of(all.size(), "region"),
                    significant)
            : "No permutations were run.";
    return new Block.Table(
        "%s: leave-two-out accuracy by region of %s"
            .formatted(subject, ClusterSection.fileName(regions.about().search().atlas())),
        List.of("Region", "Voxels", "Compared", "Accuracy", "p", "p corrected"),
        1,
        all.stream()
            .sorted(Comparator.comparingDouble((Region r) -> -r.accuracy))
            .limit(MOST_ROWS)
            .map(RegionSection::row)
            .toList(),
        note
            + (all.size() > MOST_ROWS
                ? " The best %d of %d; all are in %s."
                    .formatted(MOST_ROWS, all.size(), regions.table().getFileName())
                : ""));
  }

  private static Block.Row row(Region region) {
    return Block.Row.of(
        region.name.replace('_', ' '),
        Numbers.count(region.voxels),
        Numbers.count(region.compared),
        Numbers.decimal(region.accuracy),
        Numbers.p(region.p),
        Numbers.p(region.corrected));
  }

  private static List<Region> read(Path table) throws IOException {
    var regions = new ArrayList<Region>();
    var format = CsvReader.builder().fieldSeparator('\t');
    try (var csv = format.ofNamedCsvRecord(InputFiles.open(table))) {
      for (NamedCsvRecord row : csv) {
        regions.add(
            new Region(
                CellText.unescaped(row.getField("region")),
                number(row, "voxels"),
                number(row, "compared"),
                number(row, "accuracy"),
                number(row, "p"),
                number(row, "p_corrected")));
      }
    } catch (CsvParseException | NoSuchElementException | NumberFormatException e) {
      throw InputException.in(
          table, "damaged. Make it again: " + TypedCommand.mitchell("regions"), e);
    }
    return regions;
  }

  private static double number(NamedCsvRecord row, String column) {
    String cell = row.getField(column);
    return cell.equals("n/a") ? Double.NaN : Double.parseDouble(cell);
  }
}
