package org.mitchell.derivatives;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.mitchell.derivatives.contents.About;
import org.mitchell.derivatives.contents.Range;
import org.mitchell.derivatives.contents.ShareSidecar;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.files.JsonField;
import org.mitchell.files.Remedy;
import org.mitchell.tables.CellText;

/**
 * Shares of variance by region as their files say them.
 *
 * @param regions in the order of the table
 * @param search how they were found
 * @param simulated whether a program made the responses
 */
public record SavedShares(List<Region> regions, ShareSidecar.Search search, boolean simulated) {
  private static final String TABLE = "desc-shares.tsv";
  private static final String AGAIN = "Make the shares by region again";

  public SavedShares {
    regions = List.copyOf(regions);
  }

  /**
   * One region.
   *
   * @param shares joint, unique to each space in their order, and shared
   */
  public record Region(String name, int voxels, List<Share> shares) {
    public Region {
      shares = List.copyOf(shares);
    }
  }

  /**
   * A share.
   *
   * @param r2 NaN where the region has none
   * @param interval nothing where none was asked for
   * @param pCorrected NaN where there is none
   */
  public record Share(
      String share, String space, double r2, Optional<Range> interval, double pCorrected) {}

  /**
   * @param root the derivatives folder
   * @throws InputException if there are none of this participant, or a file is damaged
   */
  public static SavedShares read(Path root, String subject) throws IOException {
    Path table = BidsName.found(root, subject, TABLE).plain(TABLE);
    if (!Files.exists(table)) {
      throw InputException.in(
          table,
          "there are no shares by region of participant %s".formatted(subject),
          Remedy.SHARES_OF_AN_ATLAS);
    }
    String name = table.getFileName().toString();
    JsonField json = JsonField.read(table.resolveSibling(name.replaceFirst("tsv$", "json")), AGAIN);
    return new SavedShares(
        regions(table), json.as(ShareSidecar.Search.class), json.as(About.class).simulated());
  }

  private static List<Region> regions(Path table) throws IOException {
    Map<String, List<Share>> shares = new LinkedHashMap<>();
    Map<String, Region> heads = new LinkedHashMap<>();
    try (var csv =
        CsvReader.builder().fieldSeparator('\t').ofNamedCsvRecord(InputFiles.open(table))) {
      for (NamedCsvRecord row : csv) {
        String label = row.getField("label");
        heads.putIfAbsent(
            label,
            new Region(
                CellText.unescaped(row.getField("region")),
                Integer.parseInt(row.getField("voxels")),
                List.of()));
        shares.computeIfAbsent(label, l -> new ArrayList<>()).add(share(row));
      }
    } catch (CsvParseException
        | UncheckedIOException
        | NoSuchElementException
        | NumberFormatException e) {
      throw InputException.in(table, "damaged or cut short. " + AGAIN, e);
    }
    return heads.entrySet().stream()
        .map(
            head ->
                new Region(
                    head.getValue().name(), head.getValue().voxels(), shares.get(head.getKey())))
        .toList();
  }

  private static Share share(NamedCsvRecord row) {
    double low = number(row, "low");
    return new Share(
        row.getField("share"),
        CellText.unescaped(row.getField("space")),
        number(row, "r2"),
        Double.isNaN(low) ? Optional.empty() : Optional.of(new Range(low, number(row, "high"))),
        number(row, "p_corrected"));
  }

  private static double number(NamedCsvRecord row, String column) {
    String cell = row.getField(column);
    return cell.equals("n/a") ? Double.NaN : Double.parseDouble(cell);
  }
}
