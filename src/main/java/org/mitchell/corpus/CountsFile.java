package org.mitchell.corpus;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.tables.CellText;
import org.mitchell.text.Counted;
import tools.jackson.databind.JsonNode;

/**
 * Raw counts as a table: the columns {@code noun}, {@code verb} and {@code count}, tab-separated,
 * one row for every pair (zeros too); beside it a JSON of the same base name that says what made
 * it.
 */
public final class CountsFile {
  private static final List<String> HEADER = List.of("noun", "verb", "count");

  /** Below ten to the eighteenth, which a long holds. */
  private static final int MOST_DIGITS = 18;

  private CountsFile() {}

  /**
   * Writes the table, gzipped where its name ends in {@code .gz}, and the JSON beside it; both
   * appear whole or not at all. Returns their paths.
   */
  public static List<Path> write(Path table, Cooccurrences counts, CountRecord record)
      throws IOException {
    try (var outputs = new OutputSet()) {
      OutputSet.Content rows = stream -> writeRows(stream, counts);
      outputs.writeTable(table, rows, Json.text(json(counts, record)));
      return outputs.commit();
    }
  }

  /**
   * Reads a table, plain or gzip. Nouns and verbs come in the order of first mention; the totals
   * come from the JSON beside the table and are {@link CorpusTotals#NONE} without it.
   *
   * @throws InputException if the header is another, a count is no whole number from 0 up, or a
   *     pair is missing or comes twice; the message names the line
   */
  public static Cooccurrences read(Path table) throws IOException {
    var grid = new CountsGrid();
    var format =
        CsvReader.builder()
            .fieldSeparator('\t')
            .detectBomHeader(true)
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
    try (var csv = format.ofCsvRecord(InputFiles.open(table))) {
      boolean header = true;
      for (CsvRecord row : csv) {
        if (header) {
          requireHeader(table, row);
          header = false;
        } else {
          addRow(table, row, grid);
        }
      }
    } catch (CsvParseException e) {
      throw InputException.in(
          table,
          "this is no readable table of counts: a cell in quotes does not end, or is very long."
              + " Make the counts again with: "
              + TypedCommand.mitchell("corpus", "count"),
          e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    requireWhole(table, grid);
    return withTotals(Json.beside(table), grid.nouns(), grid.verbs(), grid.counts());
  }

  private static void requireHeader(Path table, CsvRecord row) {
    if (!row.getFields().equals(HEADER)) {
      throw InputException.in(
          table,
          "line 1: got the columns "
              + row.getFields()
              + " where "
              + HEADER
              + ", separated by tabs, are expected. Make such a table with: "
              + TypedCommand.mitchell("corpus", "count"));
    }
  }

  private static void addRow(Path table, CsvRecord row, CountsGrid grid) {
    if (row.getFieldCount() != 3) {
      throw at(
          table,
          row,
          "got %s where 3 are expected".formatted(Counted.of(row.getFieldCount(), "cell")));
    }
    String noun = CellText.unescaped(row.getField(0));
    String verb = CellText.unescaped(row.getField(1));
    if (!grid.add(noun, verb, count(table, row))) {
      throw at(table, row, "'" + noun + "' with '" + verb + "' comes a second time");
    }
    if (grid.isTooScattered()) {
      throw at(
          table,
          row,
          "got %s for %s and %s so far where every noun and verb have one, zeros too. Add those that are missing, or sort the table by noun"
              .formatted(
                  Counted.of(grid.pairs(), "row"),
                  Counted.of(grid.nouns().size(), "noun"),
                  Counted.of(grid.verbs().size(), "verb")));
    }
  }

  /** Digits only: neither signs nor what other numbers may bear. */
  private static long count(Path table, CsvRecord row) {
    String text = row.getField(2);
    long count = 0;
    boolean whole = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; whole && i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      whole = digit >= 0 && digit <= 9;
      count = 10 * count + digit;
    }
    if (!whole) {
      throw at(
          table, row, "got the count '" + text + "' where a whole number from 0 up is expected");
    }
    return count;
  }

  private static InputException at(Path table, CsvRecord row, String problem) {
    return InputException.in(table, "line " + row.getStartingLineNumber() + ": " + problem);
  }

  private static void requireWhole(Path table, CountsGrid grid) {
    if (grid.pairs() == 0) {
      throw InputException.in(table, "got no counts where one row a noun and verb is expected");
    }
    grid.missing()
        .ifPresent(
            pair -> {
              throw InputException.in(
                  table,
                  "no row for '%s' with '%s' where every pair has one"
                      .formatted(pair.noun(), pair.verb()));
            });
  }

  private static Cooccurrences withTotals(
      Path record, List<String> nouns, List<String> verbs, long[] counts) throws IOException {
    if (!Files.isRegularFile(record)) {
      return new Cooccurrences(
          nouns, verbs, counts, new long[nouns.size()], new long[verbs.size()], CorpusTotals.NONE);
    }
    try {
      var json = Json.read(record);
      var totals =
          new CorpusTotals(
              json.path("documents").asLong(0),
              json.path("tokens").asLong(0),
              json.path("pairs").asLong(0),
              json.path("bytes").asLong(0),
              json.path("malformedBytes").asLong(0));
      return new Cooccurrences(
          nouns,
          verbs,
          counts,
          wordTotals(json.path("nounTotals"), nouns),
          wordTotals(json.path("verbTotals"), verbs),
          totals);
    } catch (InputException e) {
      throw new InputException(e.getMessage() + ". Remove it or make the counts again");
    }
  }

  private static long[] wordTotals(JsonNode totals, List<String> words) {
    return words.stream().mapToLong(word -> totals.path(word).asLong(0)).toArray();
  }

  private static void writeRows(OutputStream stream, Cooccurrences counts) throws IOException {
    stream.write((String.join("\t", HEADER) + "\n").getBytes(StandardCharsets.UTF_8));
    CountRows.write(counts, stream);
  }

  /** What the JSON beside the table holds. */
  public static Map<String, Object> json(Cooccurrences counts, CountRecord record) {
    var json = counts.totals().toMap();
    json.put("skipped", record.skipped());
    json.put("seconds", record.seconds());
    json.put("provenance", record.provenanceMap());
    json.put("nounTotals", counts.nounTotals());
    json.put("verbTotals", counts.verbTotals());
    return json;
  }
}
