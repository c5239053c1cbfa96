package org.mitchell.testing;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.CountsFile;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.WordGroup;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * A small corpus of every format, and what an independent program counted in it:
 * testdata/corpus/formats/reference_formats.py.
 */
public enum EveryFormat {
  TEXT("compressed/words.txt", "text"),
  WEB1T("formats/web1t.txt", "web1t"),
  GOOGLE_BOOKS_1("formats/google-2009.txt", "google-2009"),
  GOOGLE_BOOKS_2("formats/google-2012.txt", "google-2012"),
  GOOGLE_BOOKS_3("formats/google-2020.txt", "google-2020"),
  WIKIPEDIA("wikipedia/dump.xml", "wikipedia"),
  WARC("warc/crawl.warc", "warc"),
  JSONL("formats/documents.jsonl", "documents-text"),
  JSON_ARRAY("formats/objects-in-array.json", "array"),
  JSON_OF_LINES("formats/objects-on-end.json", "pretty"),
  HTML("formats/page.html", "page"),
  TEI_IN_LATIN_1("formats/tei.xml", "tei"),
  BNC("formats/bnc.xml", "bnc"),
  DOCS("formats/docs.txt", "docs"),
  VRT("formats/corpus.vrt", "vrt"),
  CONLLU("formats/treebank.conllu", "conllu"),
  CSV("formats/table.csv", "table-csv"),
  TSV("formats/table.tsv", "table-tsv"),
  ARC("formats/crawl.arc", "arc"),
  PART_OF_WIKIPEDIA("formats/part.xml", "part");

  /** What was counted. */
  public static final Vocabulary VOCABULARY =
      new Vocabulary(
          groups("saw saws/celery/hammer hammers/fly flies/watch watches/café cafés"),
          groups(
              "see sees saw seen/eat eats ate eaten eating/open opens opened"
                  + "/watch watches watched/fly flies flew"));

  /** How it was counted. */
  public static final Counting COUNTING =
      new Counting(VOCABULARY, Window.FIVE_GRAM, DocumentRule.FILE);

  private static final Path FOLDER = Path.of("testdata/corpus");
  private static final int PARTS = 3;

  private final String corpus;
  private final String table;

  EveryFormat(String corpus, String table) {
    this.corpus = corpus;
    this.table = table;
  }

  /** How the corpora are stored: each in several members, streams or frames, cut anywhere. */
  public enum Storage {
    PLAIN,
    GZIP,
    BZIP2,
    XZ,
    ZSTD;

    private byte[] store(byte[] content) throws IOException {
      var stored = new ByteArrayOutputStream();
      for (int i = 0; i < PARTS; i++) {
        int from = content.length * i / PARTS;
        var part = new ByteArrayOutputStream();
        try (var stream = on(part)) {
          stream.write(content, from, content.length * (i + 1) / PARTS - from);
        }
        stored.writeBytes(part.toByteArray());
      }
      return stored.toByteArray();
    }

    private OutputStream on(OutputStream part) throws IOException {
      return switch (this) {
        case PLAIN -> part;
        case GZIP -> new GZIPOutputStream(part);
        case BZIP2 -> new BZip2CompressorOutputStream(part);
        case XZ -> new XZOutputStream(part, new LZMA2Options(0));
        case ZSTD -> new ZstdOutputStream(part);
      };
    }
  }

  /** Writes the corpus into a folder; its name says neither the format nor how it is stored. */
  public Path write(Path folder, Storage storage) throws IOException {
    byte[] stored = storage.store(Files.readAllBytes(FOLDER.resolve(corpus)));
    return Files.write(folder.resolve("corpus-" + ordinal() + "-" + storage.ordinal()), stored);
  }

  /** What is to be counted in it. */
  public Cooccurrences expected() throws IOException {
    return CountsFile.read(FOLDER.resolve("formats/" + table + ".tsv"));
  }

  private static List<WordGroup> groups(String forms) {
    return List.of(forms.split("/")).stream()
        .map(group -> List.of(group.split(" ")))
        .map(group -> new WordGroup(group.get(0), group))
        .toList();
  }
}
