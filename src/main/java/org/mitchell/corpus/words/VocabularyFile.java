package org.mitchell.corpus.words;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.corpus.CountRecord;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;

/**
 * Words as a table: the columns {@code word} and {@code count}, tab-separated, the most frequent
 * first; beside it a JSON of the same base name that says what made it. The table serves as a list
 * of nouns or verbs too.
 */
public final class VocabularyFile {
  private VocabularyFile() {}

  /**
   * Writes the table and the JSON beside it; both appear whole or not at all. Returns their paths.
   */
  public static List<Path> write(Path table, WordCounts counts, CountRecord record)
      throws IOException {
    var text = new StringBuilder("word\tcount\n");
    counts.words().forEach(w -> text.append(w.word()).append('\t').append(w.count()).append('\n'));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    OutputSet.Content rows = stream -> stream.write(bytes);
    try (var outputs = new OutputSet()) {
      outputs.writeTable(table, rows, Json.text(json(counts, record)));
      return outputs.commit();
    }
  }

  /** What the JSON beside the table holds. */
  public static Map<String, Object> json(WordCounts counts, CountRecord record) {
    var json = new LinkedHashMap<String, Object>();
    json.put("words", counts.words().size());
    json.put("types", counts.types());
    json.put("tokens", counts.tokens());
    json.put("bytes", counts.bytes());
    json.put("malformedBytes", counts.malformed());
    json.put("skipped", record.skipped());
    json.put("seconds", record.seconds());
    json.put("provenance", record.provenanceMap());
    return json;
  }
}
