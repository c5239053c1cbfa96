package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.Compression;
import org.mitchell.files.InputException;
import org.mitchell.testing.SharedData;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class FormatDetectorTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n \n",
        "Plain words.\n",
        "Chapter One\t12\nIt was night.\nChapter Two\t31\n",
        "celery\t12\t13\n",
        "eat celery\t12 times\n",
        "1999\t12\t3\n",
        "eat celery\tyear\tmatches\n",
        "eat celery\t99\t12\t3\n",
        "{ x | x > 0 } is a set.\n",
        "{}\n",
        "{ \"quoted\" } words\n",
        "[1] A note. [2] Another.\n",
        "[citation needed] They ate.\n",
        "[\"He said\" is a phrase]\n",
        "The WARC/1.0 format\n",
        "<3 they said\n",
        "a < b and <i>c</i> > d\n",
        "<!-- no end <mediawiki>",
        "<unclear> said the cow\n",
        "<unclear> said <the cow\n",
        "<x = 3 and y = 'four'\n",
      })
  void whatIsNoOtherFormatIsText(String text) {
    assertThat(detect(text)).isEqualTo(CorpusFormat.TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eat celery\t12\n",
        "\ufeffeat celery\t12\r\n\r\nsaw it\t13\r\n",
        "<S> the green celery .\t40\n' t want to\t9000000000\n",
        "eat celery\t12",
        "eat celery\t12\neat celery\t12\neat cel",
        "the\t22038615\ncelery\t1200\n",
        "word\t12\nother\t13\n",
      })
  void everyLineSomeWordsAndACountIsWeb1t(String text) {
    assertThat(detect(text)).isEqualTo(CorpusFormat.WEB1T);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "celery\t1999\t12\t7\t3\n",
        "eat_VERB celery\t1999\t12\t3\neat_VERB celery\t2000\t12\t3\n",
        "\ufeffeat celery\t1999,12,3\t2000,1,1\n_START_ eat\t2000,1,1\r\neat ce",
      })
  void everyLineAnNgramAndYearsIsGoogleBooks(String text) {
    assertThat(detect(text)).isEqualTo(CorpusFormat.GOOGLE_BOOKS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": \"x\"}\n{\"text\": \"y\"}\n",
        "\ufeff\n  \n {\"text\": \"x\"}\nnot JSON\n",
        "{\"id\": 1, \"text\": \"a line that goes on beyond the begin",
        "{\"text\": \"a line that is dama\n{\"text\": \"x\"}\n",
        "{\"text\": \"caf\ufffd\"}",
        "{\"score\": NaN, \"text\": \"x\"}\n{\"score\": -Infinity}\n",
      })
  void aFirstLineThatBeginsAsAnObjectIsJsonLines(String text) {
    assertThat(detect(text)).isEqualTo(CorpusFormat.JSONL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\">\n  <siteinfo>",
        "\ufeff\n<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- dump -->\n<mediawiki>",
        "<?xml version=\"1.0\"?><!DOCTYPE mediawiki><mediawiki>",
        "  <page>\n    <title>A</title>\n    <ns>0</ns>\n    <revision>\n      <text>The cow",
        "cow.</text></revision></page>\n<page><title>A</title><revision><text>x",
      })
  void theFirstElementTellsAWikipediaDump(String text) {
    assertThat(detect(text)).isEqualTo(CorpusFormat.WIKIPEDIA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "JSON ~ [{\"text\": \"an array\"}]\\n",
        "JSON ~ [\\n  {\"id\": 1,\\n   \"text\": \"an array of more lines",
        "JSON ~ [\"the cow\", \"ate celery\"]",
        "JSON ~ {\\n  \"id\": 1,\\n  \"text\": \"pretty\"\\n}\\n",
        "JSON ~ {\"id\": 1,\\n \"text\": \"pretty\"}\\n",
        "HTML ~ <html><body>x</body></html>\\n",
        "HTML ~ <!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\\n<title>x</title>",
        "HTML ~ <!-- saved --><HTML><head>",
        "HTML ~ <?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"x\">",
        "XML ~ <?xml version='1.0'?><!-- <mediawiki> --><book>x</book>\\n",
        "XML ~ <?xml version='1.0'?><bncDoc><wtext><s n=\"1\"><w c5=\"AT0\">The </w>",
        "XML ~ <TEI><text><p>The cow</p><p>ate",
        "XML ~ <s> the cow </s>\\n<s> ate &eacute; </s>\\n",
        "DOCS ~ <doc id=\"1\" url=\"x\" title=\"T\">\\nT\\n\\nThe cow & more < 3\\n</doc>\\n",
        "DOCS ~ <DOC>\\n<DOCNO> AP1 </DOCNO>\\n<TEXT>\\nThe cow",
        "VRT ~ <s>\\nThe\tDT\tthe\\ncow\tNN\tcow\\n</s>\\n",
        "VRT ~ <?xml version=\"1.0\"?>\\n<doc id=\"1\">\\n<s>\\nThe\tDT\\n.\t.\\n</s>\\n",
        "VRT ~ <s>\\nThe\\ncow\\nate\\n</s>\\n",
        "VRT ~ The\tDT\tthe\\ncow\tNN\tcow\\nate\tVVD\teat\\n.\tSENT\t.\\n",
        "CONLLU ~ # text = x\\n1\tThe\tthe\tDET\t_\t_\t2\t_\t_\t_\\n",
        "CSV ~ id,text\\n1,\"The cow, ate\"\\n2,\"It \"\"ran\"\"\"\\n",
        "CSV ~ id;text;label\\n1;The cow ate;x\\n",
        "CSV ~ text\tlabel\\nThe cow ate\tx\\nIt ran home\ty\\n",
      })
  void structureIsToldByTheBeginning(CorpusFormat format, String text) {
    assertThat(detect(text.replace("\\n", "\n"))).isEqualTo(format);
  }

  /** Without a declaration, before any element has ended. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bncDoc xml:id=\"A\">The cow",
        "<bncDoc xml:id='A' n=\"a cow",
        "<TEI><text>The cow",
        "<TEI>\n<text><bo",
      })
  void whatIsLeftOfXmlThatWasCutIsXml(String text) {
    assertThat(detect(text)).isEqualTo(CorpusFormat.XML);
  }

  @Test
  void theFirstWordTellsAnArcFile() {
    assertThat(detect("filedesc://x.arc 0.0.0.0 20090101000000 text/plain 76\n"))
        .isEqualTo(CorpusFormat.WARC);
  }

  @Test
  void theFirstWordTellsAWarcFile() {
    assertThat(detect("WARC/1.0\r\nWARC-Type: warcinfo\r\n")).isEqualTo(CorpusFormat.WARC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"corpora/brown.txt.gz", "corpora/gcide.txt.gz", "corpora/wordnet-glosses.txt.gz"})
  void realTextIsText(String name) throws IOException {
    var layout = Layout.of(new CorpusFile(SharedData.file(name)), ReadingOptions.DEFAULT);

    assertThat(layout).isEqualTo(new Layout(Compression.GZIP, CorpusFormat.TEXT));
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void theFormatIsToldThroughAnyCompression(Compression compression) throws IOException {
    Path file = folder.resolve("ngrams");
    var random = new Random(1);
    try (var out = compressed(compression, Files.newOutputStream(file))) {
      for (int i = 0; i < 60_000; i++) {
        String words =
            Long.toString(random.nextLong(), 36) + " " + Long.toString(random.nextLong(), 36);
        out.write((words + "\t" + i + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }

    assertThat(Layout.of(new CorpusFile(file), ReadingOptions.DEFAULT))
        .isEqualTo(new Layout(compression, CorpusFormat.WEB1T));
  }

  private static OutputStream compressed(Compression compression, OutputStream file)
      throws IOException {
    return switch (compression) {
      case NONE -> file;
      case GZIP -> new GZIPOutputStream(file);
      case BZIP2 -> new BZip2CompressorOutputStream(file);
      case XZ -> new XZOutputStream(file, new LZMA2Options());
      case ZSTD -> new ZstdOutputStream(file);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16IsRefusedWithWhatToDo(String charset) throws IOException {
    Path file = folder.resolve("wide.txt");
    Files.write(file, "\ufeffThey eat celery.".getBytes(Charset.forName(charset)));

    for (var options :
        new ReadingOptions[] {
          ReadingOptions.DEFAULT, ReadingOptions.DEFAULT.as(CorpusFormat.TEXT)
        }) {
      assertThatThrownBy(() -> Layout.of(new CorpusFile(file), options))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("wide.txt: got UTF-16")
          .hasMessageContaining("iconv -f UTF-16 -t UTF-8");
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, true", "UTF-16BE, false"})
  void utf16WithoutAMarkIsToldByItsZeros(String charset, boolean zipped) throws IOException {
    byte[] wide = "They eat celery at the café – naïve.".getBytes(Charset.forName(charset));
    Path file = folder.resolve("wide.txt");
    try (var out = Files.newOutputStream(file);
        var stream = zipped ? new GZIPOutputStream(out) : out) {
      stream.write(wide);
    }

    assertThatThrownBy(() -> Layout.of(new CorpusFile(file), ReadingOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("wide.txt: got UTF-16 (every other byte is zero)")
        .hasMessageContaining("iconv -f " + charset + " -t UTF-8");
  }

  @Test
  void zerosNowAndThenAreText() throws IOException {
    Path file = Files.writeString(folder.resolve("t"), "a\0dog\0eats\0celery\0\0\0\0 and ustar");

    assertThat(Layout.of(new CorpusFile(file), ReadingOptions.DEFAULT).format())
        .isEqualTo(CorpusFormat.TEXT);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "504b0304140000000800, a zip archive",
    "377abcaf271c00046d9a, a 7z archive",
    "526172211a0701003392, a rar archive",
    "04224d18644070b90000, an lz4 file",
    "1f9d9061, a file of compress",
    "255044462d312e340a25, a PDF file",
    "50415231150415421502, a Parquet file",
  })
  void whatHoldsTextsAndIsNoneIsRefused(String hex, String name) throws IOException {
    Path file = Files.write(folder.resolve("texts"), HexFormat.of().parseHex(hex));

    assertThatThrownBy(() -> Layout.of(new CorpusFile(file), ReadingOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("texts: got " + name + " where text is expected")
        .hasMessageContaining("Unpack it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ustar\00000", "ustar  \0"})
  void aTarArchiveIsRefusedCompressedToo(String mark) throws IOException {
    byte[] header = new byte[512];
    byte[] name = "texts/one.txt".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, header, 0, name.length);
    System.arraycopy(mark.getBytes(StandardCharsets.US_ASCII), 0, header, 257, mark.length());
    Path file = folder.resolve("texts.tar.gz");
    try (var stream = new GZIPOutputStream(Files.newOutputStream(file))) {
      stream.write(header);
    }

    assertThatThrownBy(() -> Layout.of(new CorpusFile(file), ReadingOptions.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("texts.tar.gz: got a tar archive");
  }

  @ParameterizedTest
  @CsvSource({
    "true, 0, 9999, Count words without parts of speech",
    "false, 1980, 9999, Count all years"
  })
  void partsOfSpeechAndYearsAreRefusedWhereThereAreNone(
      boolean tagged, int first, int last, String whatToDo) throws IOException {
    Path file = Files.writeString(folder.resolve("plain.txt"), "They eat celery.");
    var years = first == 0 ? YearRange.ALL : new YearRange(first, last);
    var options = new ReadingOptions(Optional.empty(), "text", tagged, years);

    assertThatThrownBy(() -> Layout.of(new CorpusFile(file), options))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("plain.txt: got the format text")
        .hasMessageEndingWith(whatToDo);
  }

  /** It is told of when it is read; as text all lines would count otherwise than they say. */
  @ParameterizedTest
  @CsvSource({
    "WEB1T, 'eat the celery\t12', 'eat celery\t12x', 1",
    "WEB1T, 'eat the celery\t12', 'no tab and no count', 20",
    "GOOGLE_BOOKS, 'eat the celery\t1999\t12\t3', 'eat celery\t1999\tx\t1', 1",
    "GOOGLE_BOOKS, 'eat celery\t1999,12,3', 'eat celery\t1999,12', 1",
  })
  void aFewDamagedLinesDoNotHideTheFormat(
      CorpusFormat format, String line, String damaged, int lines) {
    String good = line + "\n";
    String bad = damaged + "\n";

    assertThat(detect(good.repeat(lines) + bad)).isEqualTo(format);
    assertThat(detect(bad + good.repeat(lines))).isEqualTo(format);
    assertThat(detect(bad + bad + good.repeat(lines))).isEqualTo(CorpusFormat.TEXT);
  }

  private static CorpusFormat detect(String beginning) {
    return FormatDetector.detect(beginning.getBytes(StandardCharsets.UTF_8));
  }
}
