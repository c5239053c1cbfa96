package org.mitchell.cli.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.TypedWords;
import org.mitchell.files.InputFiles;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.text.Counted;
import org.mitchell.vectors.WordVectors;
import org.mitchell.vectors.files.VectorFile;
import org.mitchell.vectors.files.VectorReader;
import org.mitchell.vectors.files.VectorsWriter;
import org.mitchell.vectors.files.WantedWords;
import org.mitchell.words.WordMatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mitchell vectors convert}: vectors in another format. */
@Command(
    name = "convert",
    description = "Write vectors in another format, all of them or some words'.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ConvertCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "vectors in any format that is read")
  private Path file;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description =
          "what to write, with a JSON beside it: .bin (word2vec binary), .txt or .vec (word2vec"
              + " text), .tsv (table)")
  private Path out;

  @Option(
      names = "--words",
      split = ",",
      paramLabel = "WORD",
      description = "these words alone (default: the first --restrict words, or all)")
  private List<String> words = List.of();

  @Mixin private VocabularyOptions vocabulary;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    VectorsWriter writer = VectorsWriter.of(out);
    Outputs.ofTable(out, common).requireNot(List.of(file));
    int most = vocabulary.restrict();
    List<String> wanted = TypedWords.of("--words", words);
    VectorFile source = VectorFile.of(file);
    WordVectors vectors =
        VectorReader.read(
            source,
            wanted.isEmpty() ? WantedWords.all() : WantedWords.of(wanted),
            vocabulary.rules(common));
    int[] rows =
        wanted.isEmpty()
            ? IntStream.range(0, Math.min(most, vectors.count())).toArray()
            : VocabularyOptions.find(vectors, wanted, common).stream()
                .mapToInt(WordMatch::position)
                .toArray();
    List<String> names = Arrays.stream(rows).mapToObj(vectors.words()::get).toList();
    var json = new LinkedHashMap<String, Object>();
    json.put("words", names.size());
    json.put("size", vectors.size());
    json.put("source", file.toString());
    json.put("format", source.format().label());
    json.put("sha256", InputFiles.sha256(file));
    try (var outputs = new OutputSet()) {
      OutputSet.Content content =
          writer.content(names, vectors.size(), row -> vectors.vector(rows[row]));
      outputs.write(out, content.compressedFor(out));
      if (!OutputSet.isStream(out)) {
        outputs.writeText(Json.beside(out), Json.text(json));
      }
      List<Path> written = outputs.commit();
      common.print(
          "%s x %,d, of %s (%s)"
              .formatted(
                  Counted.of(names.size(), "word"), vectors.size(), file, source.format().label()));
      written.forEach(path -> common.print("  " + path));
      json.put("outputs", written.stream().map(Path::toString).toList());
    }
    common.printJson(json);
    return 0;
  }
}
