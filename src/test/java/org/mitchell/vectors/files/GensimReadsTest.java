package org.mitchell.vectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.vectors.WordVectors;

/** Files that are written here, and the bits that gensim read of them: gensim_reads.py. */
class GensimReadsTest {
  private static final Path DATA = Path.of("testdata/vectors");

  @ParameterizedTest
  @ValueSource(strings = {"written.bin", "written.txt"})
  void whatIsWrittenIsWhatGensimReadToTheBit(String name) throws IOException {
    WordVectors source = read("written-source.txt");
    var written = new ByteArrayOutputStream();
    VectorsWriter.of(Path.of(name))
        .content(source.words(), source.size(), source::vector)
        .writeTo(written);
    assertThat(written.toByteArray()).isEqualTo(Files.readAllBytes(DATA.resolve(name)));

    List<String> theirs = Files.readAllLines(DATA.resolve("written.tsv"));
    WordVectors ours = read(name);
    assertThat(theirs).hasSize(ours.count());
    for (int word = 0; word < ours.count(); word++) {
      assertThat(line(ours, word)).isEqualTo(theirs.get(word)).isEqualTo(line(source, word));
    }
  }

  private static String line(WordVectors vectors, int word) {
    var line = new StringBuilder(vectors.words().get(word));
    for (float number : vectors.vector(word)) {
      line.append('\t').append(HexFormat.of().toHexDigits(Float.floatToRawIntBits(number)));
    }
    return line.toString();
  }

  private static WordVectors read(String name) throws IOException {
    var rules = new ReadingRules(false, Optional.empty(), note -> {});
    return VectorReader.read(VectorFile.of(DATA.resolve(name)), rules);
  }
}
