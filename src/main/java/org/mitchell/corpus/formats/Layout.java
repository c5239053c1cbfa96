package org.mitchell.corpus.formats;

import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.mitchell.corpus.CorpusInput;
import org.mitchell.files.Compression;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/**
 * How a source is stored.
 *
 * @param compression around the content
 * @param format of the content
 * @param encoding of the content, a name that Java knows; crawls say it record by record, and are
 *     taken as bytes
 * @param dump what the beginning says of a dump, if it is one
 */
public record Layout(Compression compression, CorpusFormat format, String encoding, DumpHead dump)
    implements Serializable {
  /** Of content in UTF-8. */
  Layout(Compression compression, CorpusFormat format) {
    this(compression, format, StoredEncoding.UTF_8, DumpHead.UNKNOWN);
  }

  /**
   * Told by the first bytes of a source, where the options leave the format or encoding open.
   *
   * @throws InputException if it is no text that can be counted, or the options ask for what its
   *     format has not
   */
  public static Layout of(TextSource source, ReadingOptions options) throws IOException {
    var sample = Sample.of(source);
    var noText = NoText.problem(sample.bytes(), options.encoding().isPresent());
    require(source, noText.filter(problem -> !sample.isDamaged()));
    byte[] utf8 = options.encoding().map(sample::decoded).orElse(sample.bytes());
    String text = FormatDetector.text(utf8);
    var format = options.format().orElseGet(() -> FormatDetector.detect(utf8));
    if (format != CorpusFormat.GOOGLE_BOOKS) {
      requireNothingOfGoogleBooks(source, format, options);
    }
    String encoding = StoredEncoding.of(source, sample, format, options);
    if (options.format().isEmpty() && format == CorpusFormat.TEXT) {
      require(source, UnreadStructure.problem(text));
    }
    return new Layout(sample.compression(), format, encoding, dump(format, text));
  }

  /** For the record of what was counted. */
  public CorpusInput.Stored stored() {
    String compressed = compression == Compression.NONE ? "" : compression.label();
    return new CorpusInput.Stored(format.label(), compressed, encoding);
  }

  /** Whether the content is UTF-8, or is not to be decoded as a whole. */
  boolean isUtf8() {
    return encoding.isEmpty() || encoding.equals(StoredEncoding.UTF_8);
  }

  /** Whether parts of a source can be read side by side. */
  boolean isSplittable() {
    return format.isCut()
        && isUtf8()
        && (compression == Compression.NONE || compression == Compression.BZIP2);
  }

  private static DumpHead dump(CorpusFormat format, String beginning) {
    if (format != CorpusFormat.WIKIPEDIA) {
      return DumpHead.UNKNOWN;
    }
    return MarkupShape.isWholeDump(beginning)
        ? SiteInfo.read(beginning)
        : DumpHead.UNKNOWN.asPart();
  }

  private static void require(TextSource source, Optional<String> problem) {
    if (problem.isPresent()) {
      throw new InputException(source.name() + ": " + problem.get());
    }
  }

  private static void requireNothingOfGoogleBooks(
      TextSource source, CorpusFormat format, ReadingOptions options) {
    boolean years = !options.years().equals(YearRange.ALL);
    if (options.tagged() || years) {
      throw new InputException(
          "%s: got the format %s where only n-grams of Google Books have %s. %s"
              .formatted(
                  source.name(),
                  format.label(),
                  options.tagged() ? "parts of speech" : "years",
                  (options.tagged() ? Remedy.NO_TAGS : Remedy.NO_YEARS).words()));
    }
  }
}
