package org.mitchell.cli.corpus;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.cli.options.Outputs;
import org.mitchell.corpus.CorpusInput;
import org.mitchell.corpus.CountRecord;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.formats.TextSource;
import org.mitchell.provenance.Provenance;

/** Finds the texts, and keeps what is recorded of counting them. */
public final class CorpusRecord {
  private final CorpusOptions corpus;
  private final List<String> commandLine;
  private final Map<String, Object> parameters;
  private final long start = System.nanoTime();
  private final List<TextSource> sources;
  private final List<CorpusInput> inputs;

  /**
   * Begins to measure the time.
   *
   * @param parameters what the result depends on beside the texts
   * @param outputs must not replace a text
   */
  public CorpusRecord(
      CorpusOptions corpus,
      List<String> commandLine,
      Map<String, Object> parameters,
      Outputs outputs)
      throws IOException {
    this.corpus = corpus;
    this.commandLine = commandLine;
    this.sources = corpus.sources(outputs);
    this.inputs = corpus.identities(sources);
    this.parameters = new LinkedHashMap<>(parameters);
    this.parameters.putAll(corpus.parameters(inputs));
  }

  public List<TextSource> sources() {
    return sources;
  }

  public List<CorpusInput> inputs() {
    return inputs;
  }

  /**
   * The counting is done.
   *
   * @throws InputException if a file is not the one any more that it was before
   */
  public CountRecord end() throws IOException {
    for (int i = 0; i < sources.size(); i++) {
      sources.get(i).requireSame(inputs.get(i));
    }
    return new CountRecord(
        Provenance.of(commandLine, List.of(), parameters),
        inputs,
        corpus.skippedCount(),
        corpus.skippedParts().stream().map(CorpusRecord::json).toList(),
        (System.nanoTime() - start) / 1e9);
  }

  private static Map<String, Object> json(SkippedParts.Part part) {
    var map = new LinkedHashMap<String, Object>();
    map.put("file", part.file());
    if (!part.isFolder()) {
      map.put("offset", part.offset());
    }
    map.put("reason", part.reason());
    return map;
  }
}
