package org.mitchell.cli.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.text.Counted;
import org.mitchell.vectors.files.VectorFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mitchell vectors list}: what files of vectors hold. */
@Command(
    name = "list",
    description = "Say what files of word vectors hold: format, size, words, the first of them.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ListCommand implements Callable<Integer> {
  private static final int FIRST = 8;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "files of vectors")
  private List<Path> files;

  @Mixin private VocabularyOptions vocabulary;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    var list = new ArrayList<Map<String, Object>>();
    for (Path path : files) {
      VectorFile file = VectorFile.of(path);
      var first = new ArrayList<String>();
      long[] words = {0};
      int[] size = {file.size()};
      file.words(
          vocabulary.rules(common),
          (word, numbers) -> {
            words[0]++;
            size[0] = numbers;
            if (first.size() < FIRST) {
              first.add(word);
            }
          });
      common.print(
          "%s: %s, %s x %,d: %s%s"
              .formatted(
                  path,
                  file.format().label(),
                  Counted.of(words[0], "word"),
                  size[0],
                  String.join(", ", first),
                  words[0] > FIRST ? ", ..." : ""));
      var json = new LinkedHashMap<String, Object>();
      json.put("file", path.toString());
      json.put("format", file.format().label());
      json.put("words", words[0]);
      json.put("size", size[0]);
      json.put("first", first);
      list.add(json);
    }
    common.printJson(Map.of("files", list));
    return 0;
  }
}
