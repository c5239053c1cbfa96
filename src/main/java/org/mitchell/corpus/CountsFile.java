package org.mitchell.corpus;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import tools.jackson.databind.JsonNode;

/**
 * Raw counts as a table: the columns {@code noun}, {@code verb} and {@code count}, tab-separated,
 * one row for every pair (zeros too); beside it a JSON of the same base name that says what made
 * it.
 */
public final class CountsFile {
  private static final List<String> HEADER = List.of("noun", "verb", "count");

  private CountsFile() {}

  /**
   * Writes the table and the JSON beside it; both appear whole or not at all. Returns their paths.
   */
  public static List<Path> write(Path table, Cooccurrences counts, CountRecord record)
      throws IOException {
    try (var outputs = new OutputSet()) {
      outputs.writeText(table, rows(counts));
      outputs.writeText(recordOf(table), Json.text(json(counts, record)));
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
    var counts = new LinkedHashMap<Pair, Long>();
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
          addRow(table, row, counts);
        }
      }
    } catch (CsvParseException | UncheckedIOException e) {
      throw InputException.in(
          table, "this is no readable table of counts (" + e.getMessage() + ")", e);
    }
    return grid(table, counts);
  }

  /**
   * The JSON that belongs to a table: {@code counts.tsv} (or {@code counts.tsv.gz}) has {@code
   * counts.json}.
   */
  public static Path recordOf(Path table) {
    String name = table.getFileName().toString();
    return table.resolveSibling(
        name.replaceFirst("(?i)(\\.(tsv|csv|txt))?(\\.gz)?$", "") + ".json");
  }

  private record Pair(String noun, String verb) {}

  private static void requireHeader(Path table, CsvRecord row) {
    if (!row.getFields().equals(HEADER)) {
      throw InputException.in(
          table,
          "line 1: got the columns "
              + row.getFields()
              + " where "
              + HEADER
              + ", separated by tabs, are expected. Make such a table with 'mitchell corpus"
              + " count'");
    }
  }

  private static void addRow(Path table, CsvRecord row, Map<Pair, Long> counts) {
    String line = "line " + row.getStartingLineNumber() + ": ";
    if (row.getFieldCount() != 3) {
      throw InputException.in(
          table, line + "got " + row.getFieldCount() + " cells where 3 are expected");
    }
    var pair = new Pair(row.getField(0), row.getField(1));
    String count = row.getField(2);
    if (!count.matches("[0-9]{1,18}")) {
      throw InputException.in(
          table, line + "got the count '" + count + "' where a whole number from 0 up is expected");
    }
    if (counts.put(pair, Long.parseLong(count)) != null) {
      throw InputException.in(
          table, line + "'" + pair.noun() + "' with '" + pair.verb() + "' comes a second time");
    }
  }

  private static Cooccurrences grid(Path table, Map<Pair, Long> counts) throws IOException {
    var nouns = new LinkedHashSet<String>();
    var verbs = new LinkedHashSet<String>();
    counts
        .keySet()
        .forEach(
            pair -> {
              nouns.add(pair.noun());
              verbs.add(pair.verb());
            });
    if (counts.isEmpty()) {
      throw InputException.in(table, "got no counts where one row a noun and verb is expected");
    }
    var values = new ArrayList<Long>();
    for (String noun : nouns) {
      for (String verb : verbs) {
        Long count = counts.get(new Pair(noun, verb));
        if (count == null) {
          throw InputException.in(
              table, "no row for '" + noun + "' with '" + verb + "' where every pair has one");
        }
        values.add(count);
      }
    }
    long[] array = values.stream().mapToLong(Long::longValue).toArray();
    return totals(recordOf(table), List.copyOf(nouns), List.copyOf(verbs), array);
  }

  private static Cooccurrences totals(
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

  private static String rows(Cooccurrences counts) {
    var text = new StringBuilder(String.join("\t", HEADER)).append('\n');
    for (int n = 0; n < counts.nouns().size(); n++) {
      for (int v = 0; v < counts.verbs().size(); v++) {
        text.append(counts.nouns().get(n)).append('\t').append(counts.verbs().get(v)).append('\t');
        text.append(counts.count(n, v)).append('\n');
      }
    }
    return text.toString();
  }

  private static Map<String, Object> json(Cooccurrences counts, CountRecord record) {
    var totals = counts.totals();
    var json = new LinkedHashMap<String, Object>();
    json.put("documents", totals.documents());
    json.put("tokens", totals.tokens());
    json.put("pairs", totals.pairs());
    json.put("bytes", totals.bytes());
    json.put("malformedBytes", totals.malformed());
    json.put("skipped", record.skipped());
    json.put("seconds", record.seconds());
    json.put("provenance", record.provenanceMap());
    json.put("nounTotals", counts.nounTotals());
    json.put("verbTotals", counts.verbTotals());
    return json;
  }
}
