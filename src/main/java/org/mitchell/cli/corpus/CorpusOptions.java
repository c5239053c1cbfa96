package org.mitchell.cli.corpus;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.OnError;
import org.mitchell.cli.options.Outputs;
import org.mitchell.cli.options.UsageException;
import org.mitchell.corpus.CorpusInput;
import org.mitchell.corpus.formats.CorpusFiles;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.Layout;
import org.mitchell.corpus.formats.PipedText;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.formats.TextSource;
import org.mitchell.corpus.formats.YearRange;
import org.mitchell.corpus.language.Language;
import org.mitchell.files.EncodingName;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableRules;
import org.mitchell.text.Counted;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which texts, and how they are read. */
public final class CorpusOptions {
  private static final String STANDARD_INPUT = "-";
  private static final int MOST_PRINTED = 10;

  @Option(
      names = "--corpus",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "files, folders of them, patterns ('shards/*.gz'), or - for standard input; plain, gz,"
              + " bz2, xz or zst")
  private List<String> corpus = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: auto, told by the content of each file)")
  private Format format = Format.AUTO;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      converter = Encoding.class,
      description =
          "the encoding of all texts, such as Shift_JIS or windows-1252 (default: what XML and HTML"
              + " say of themselves, UTF-8 otherwise; a text in another one is refused)")
  private String encoding = "";

  @Option(
      names = "--text-field",
      paramLabel = "NAME",
      description =
          "json, jsonl and csv: the field or column that holds a document, such as text or"
              + " article.body (default: ${DEFAULT-VALUE})")
  private String textField = ReadingOptions.DEFAULT.textField();

  @Option(
      names = "--tagged",
      description =
          "google-books: count the entries tagged with parts of speech, where saw_NOUN and saw_VERB"
              + " differ, instead of those without tags")
  private boolean tagged;

  @Option(
      names = "--years",
      paramLabel = "FROM-TO",
      converter = Years.class,
      description = "google-books: only these years, such as 1950-2000 (default: all)")
  private YearRange years = YearRange.ALL;

  @Option(
      names = "--language",
      paramLabel = "any|ja",
      description =
          "ja: letters that stand beside each other are cut into words by a Japanese dictionary"
              + " (default: any, where they are one word)")
  private Language language = Language.ANY;

  @Option(
      names = "--on-error",
      paramLabel = "fail|skip",
      description =
          "when a file is damaged: stop, or leave out what cannot be read and list it (default:"
              + " fail)")
  private OnError onError = OnError.FAIL;

  @Option(
      names = "--hash",
      description =
          "record the SHA-256 of whole files; otherwise that of the first and last MiB, with size"
              + " and time")
  private boolean hash;

  private boolean hashesAll;

  private final SkippedParts skipped = new SkippedParts();

  /** Folders that were left out when the texts were looked for. */
  private final List<SkippedParts.Part> folders = new ArrayList<>();

  /** A format, or that it is to be told by the content. */
  enum Format {
    AUTO(Optional.empty()),
    TEXT(Optional.of(CorpusFormat.TEXT)),
    WEB1T(Optional.of(CorpusFormat.WEB1T)),
    GOOGLE_BOOKS(Optional.of(CorpusFormat.GOOGLE_BOOKS)),
    WIKIPEDIA(Optional.of(CorpusFormat.WIKIPEDIA)),
    WARC(Optional.of(CorpusFormat.WARC)),
    JSONL(Optional.of(CorpusFormat.JSONL)),
    JSON(Optional.of(CorpusFormat.JSON)),
    HTML(Optional.of(CorpusFormat.HTML)),
    XML(Optional.of(CorpusFormat.XML)),
    DOCS(Optional.of(CorpusFormat.DOCS)),
    VRT(Optional.of(CorpusFormat.VRT)),
    CONLLU(Optional.of(CorpusFormat.CONLLU)),
    CSV(Optional.of(CorpusFormat.CSV));

    private final Optional<CorpusFormat> only;

    Format(Optional<CorpusFormat> only) {
      this.only = only;
    }
  }

  /** Has the SHA-256 of whole files recorded, as with {@code --hash}. */
  public void hashAll() {
    hashesAll = true;
  }

  public boolean isGiven() {
    return !corpus.isEmpty();
  }

  /** What was typed, word by word. */
  List<String> paths() {
    return corpus;
  }

  /**
   * The texts, without what an earlier run of the command left among them.
   *
   * @param outputs must not replace any of them
   * @throws UsageException if standard input is one of several
   */
  List<TextSource> sources(Outputs outputs) throws IOException {
    if (!corpus.contains(STANDARD_INPUT)) {
      var sources = new ArrayList<TextSource>();
      for (var file : CorpusFiles.under(corpus, this::passOver)) {
        if (corpus.contains(file.name()) || !outputs.isState(file.file())) {
          outputs.requireNot(List.of(file.file()));
          boolean pipe = file.size().isEmpty();
          sources.add(pipe ? new PipedText(file.name(), new FileInputStream(file.name())) : file);
        }
      }
      return sources;
    }
    if (corpus.size() > 1) {
      throw new UsageException("--corpus: got - (standard input) among others. Give it alone");
    }
    return List.of(new PipedText(STANDARD_INPUT, System.in));
  }

  public Language language() {
    return language;
  }

  public ReadingOptions reading() {
    return new ReadingOptions(
        format.only,
        encoding.isEmpty() ? Optional.empty() : Optional.of(encoding),
        textField,
        tagged,
        years);
  }

  /**
   * Makes sure that what was read was in the encoding that it was taken for.
   *
   * @param malformed bytes that were not, among {@code bytes}
   */
  public void requireEncoding(long malformed, long bytes) {
    if (encoding.isEmpty()
        && format.only.orElse(null) != CorpusFormat.WARC
        && ReadingOptions.areMany(malformed, bytes)) {
      throw new InputException(
          ("%,d of %,d bytes are not UTF-8: some of the texts are in another encoding. Name it with"
                  + " --encoding, or count them as damaged UTF-8 with --encoding UTF-8")
              .formatted(malformed, bytes));
    }
  }

  public boolean skipsDamage() {
    return onError == OnError.SKIP;
  }

  public Damage damage() {
    return skipsDamage() ? skipped : Damage.FAIL;
  }

  private void passOver(Path folder, String reason) {
    folders.add(SkippedParts.Part.ofFolder(folder, reason));
  }

  /** How many places were passed over so far, folders among them. */
  long skippedCount() {
    return folders.size() + skipped.count();
  }

  /** The first of them, folders before parts of files. */
  List<SkippedParts.Part> skippedParts() {
    var all = new ArrayList<>(folders);
    all.addAll(skipped.parts());
    return List.copyOf(all);
  }

  /** The parts of files that were passed over so far. */
  public SkippedParts skipped() {
    return skipped;
  }

  /** What tells the texts from others, and as what each is read. */
  List<CorpusInput> identities(List<TextSource> sources) throws IOException {
    var identities = new ArrayList<CorpusInput>();
    for (var source : sources) {
      identities.add(source.identity(hash || hashesAll).as(Layout.of(source, reading()).stored()));
    }
    return identities;
  }

  /**
   * @throws UsageException if no texts were named
   */
  public void require() {
    if (!isGiven()) {
      throw new UsageException("--corpus: texts are needed: files or folders");
    }
  }

  /**
   * How the texts are read, for the record.
   *
   * @param inputs what they were found to be
   */
  Map<String, Object> parameters(List<CorpusInput> inputs) {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put(
        "format",
        inputs.stream()
            .map(input -> input.stored().format())
            .distinct()
            .collect(Collectors.joining(", ")));
    parameters.put("formatTold", format.only.isEmpty() ? "by content" : "by --format");
    if (!encoding.isEmpty()) {
      parameters.put("encoding", encoding);
    }
    parameters.put("textField", textField);
    parameters.put("tagged", tagged);
    if (language != Language.ANY) {
      parameters.put("language", language.label());
    }
    if (!years.equals(YearRange.ALL)) {
      parameters.put("years", years.first() + "-" + years.last());
    }
    return parameters;
  }

  /** Says how many bytes were no text. */
  public static void printMalformed(CommonOptions common, long malformed) {
    if (malformed > 0) {
      common.print("bytes that are not UTF-8, read as U+FFFD: %,d".formatted(malformed));
    }
  }

  /** Says as what the texts were read, those of a kind together. */
  public static void printFormats(CommonOptions common, List<CorpusInput> inputs) {
    var files = new LinkedHashMap<String, Integer>();
    inputs.forEach(input -> files.merge(input.stored().words(), 1, Integer::sum));
    common.print(
        files.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + (inputs.size() == 1
                            ? ""
                            : " in %s".formatted(Counted.of(entry.getValue(), "file"))))
            .collect(Collectors.joining("; ", "read as ", "")));
  }

  /**
   * Says what was passed over.
   *
   * @param record where all of it is listed
   */
  public void printSkipped(CommonOptions common, Path record) {
    long count = skippedCount();
    if (count == 0) {
      return;
    }
    common.print(
        "%s %s passed over:"
            .formatted(Counted.of(count, "place"), Counted.verb(count, "was", "were")));
    skippedParts().stream().limit(MOST_PRINTED).forEach(part -> common.print("  " + words(part)));
    if (count > MOST_PRINTED) {
      common.print("  ... more in " + record);
    }
  }

  /** How lists of words are read: in the encoding of the texts, where they are not UTF-8. */
  TableRules wordLists(CommonOptions common) {
    return TableRules.of(
        encoding.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(encoding)),
        common::note);
  }

  /** The name by which Java knows an encoding. */
  static final class Encoding implements ITypeConverter<String> {
    @Override
    public String convert(String name) {
      return EncodingName.find(name)
          .filter(Charset::canEncode)
          .map(Charset::name)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "got '%s' where an encoding such as UTF-8, UTF-16, Shift_JIS, GB18030 or windows-1252 is expected"
                          .formatted(name)));
    }
  }

  private static String words(SkippedParts.Part part) {
    String place = part.isFolder() ? "" : "at byte %,d: ".formatted(part.offset());
    return part.file() + ": " + place + part.reason();
  }

  static final class Years implements ITypeConverter<YearRange> {
    @Override
    public YearRange convert(String text) {
      String[] ends = text.split("-", -1);
      try {
        int first = Integer.parseInt(ends[0]);
        return new YearRange(first, ends.length == 1 ? first : Integer.parseInt(ends[1]));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "got '%s' where years such as 1950-2000 are expected".formatted(text));
      }
    }
  }
}
