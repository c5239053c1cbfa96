package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every dump says how its wiki calls files and categories. */
class DumpHeadTest {
  private static final String DUMP =
      """
      <mediawiki version="0.11" xml:lang="xx">
        <siteinfo>
          <sitename>Cow &amp; Co</sitename>
          <namespaces>
            <namespace key="-2" case="first-letter">M</namespace>
            <namespace key="0" case="first-letter" />
            <namespace key="6" case="first-letter">%s</namespace>
            <namespace key="14" case="first-letter">%s</namespace>
          </namespaces>
        </siteinfo>
        %s
      </mediawiki>
      """;
  private static final String PAGE =
      "<page><ns>0</ns><revision><text>keepa [[%s:X.jpg|thumb|dropa]] keepb [[%s:Dropc]]"
          + " [[File:Y.jpg|dropd]] [[category:Drope]] [[Other:F|keepf]]</text></revision></page>\n";

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Fitxer, Categoria, Fitxer, Categoria",
    "קובץ, קטגוריה, קובץ, קטגוריה",
    "파일, 분류, 파일, 분류",
    "Αρχείο, Κατηγορία, αρχείο, ΚΑΤΗΓΟΡΊΑ",
    "Fișier, Categorie, Fișier, categorie",
    "Tệp tin, Thể loại, tệp_tin, Thể_loại",
    "Datei, Kategorie, Bild, Kategorie",
  })
  void itsOwnNamesAreReadInEveryPart(
      String file, String category, String linkToFile, String linkToCategory) throws IOException {
    byte[] dump =
        DUMP.formatted(file, category, PAGE.formatted(linkToFile, linkToCategory).repeat(50))
            .getBytes(StandardCharsets.UTF_8);

    for (byte[] stored : new byte[][] {dump, inTwoStreams(dump)}) {
      var source = new Reading.Memory(stored);
      var layout = Layout.of(source, ReadingOptions.DEFAULT);
      assertThat(layout.format()).isEqualTo(CorpusFormat.WIKIPEDIA);
      for (long shardSize : new long[] {100, 1000, 1 << 20}) {
        assertThat(texts(source, layout, shardSize))
            .isEqualTo("keepa  keepb    keepf\n".repeat(50));
      }
    }
  }

  /** What the pages show, a line each. */
  private static String texts(TextSource source, Layout layout, long shardSize) throws IOException {
    var sink = new WrittenText();
    var text = PieceText.of(CorpusFormat.WIKIPEDIA, ReadingOptions.DEFAULT, Damage.FAIL);
    var piece = new Piece();
    for (var shard : Shard.of(source, layout, shardSize)) {
      try (var reader = shard.open(ReadingOptions.DEFAULT, 200, more -> {})) {
        while (reader.next(piece)) {
          text.read(piece, "memory", sink);
        }
      }
    }
    return sink.text();
  }

  private static byte[] inTwoStreams(byte[] dump) throws IOException {
    var stored = new ByteArrayOutputStream();
    int head = new String(dump, StandardCharsets.UTF_8).indexOf("<page>");
    int cut =
        new String(dump, StandardCharsets.UTF_8)
            .substring(0, head)
            .getBytes(StandardCharsets.UTF_8)
            .length;
    for (int[] part : new int[][] {{0, cut}, {cut, dump.length}}) {
      var stream = new ByteArrayOutputStream();
      try (var bzip2 = new BZip2CompressorOutputStream(stream, 1)) {
        bzip2.write(dump, part[0], part[1] - part[0]);
      }
      stored.writeBytes(stream.toByteArray());
    }
    return stored.toByteArray();
  }
}
