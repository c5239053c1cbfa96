package org.mitchell.corpus.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Arrays;
import java.util.Optional;
import org.mitchell.corpus.CorpusInput;
import org.mitchell.files.InputException;

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
  private static final String UTF_8 = "UTF-8";
  private static final int SAMPLE = 1 << 16;

  /** Sources of more samples than this are looked into in several places. */
  private static final long FURTHER = 4;

  /** What a decoder is asked for at a time: damage loses what it had not handed out yet. */
  private static final int STEP = 1 << 10;

  /** A whole block of bzip2, zstd or xz, of which nothing is had before its end. */
  private static final int HEAD = 1 << 20;

  /** Of content in UTF-8. */
  Layout(Compression compression, CorpusFormat format) {
    this(compression, format, UTF_8, DumpHead.UNKNOWN);
  }

  /**
   * Told by the first bytes of a source, where the options leave the format or encoding open.
   *
   * @throws InputException if it is no text that can be counted, or the options ask for what its
   *     format has not
   */
  public static Layout of(TextSource source, ReadingOptions options) throws IOException {
    byte[] head = source.head(SAMPLE);
    var compression = Compression.of(head);
    byte[] more = compression == Compression.NONE ? head : source.head(HEAD);
    byte[] stored = sample(compression, more);
    require(source, NoText.problem(stored, options.encoding().isPresent()));
    byte[] sample = options.encoding().map(name -> decoded(stored, name)).orElse(stored);
    String text = FormatDetector.text(sample);
    var format = options.format().orElseGet(() -> FormatDetector.detect(sample));
    if (format != CorpusFormat.GOOGLE_BOOKS) {
      requireNothingOfGoogleBooks(source, format, options);
    }
    String encoding = encoding(source, compression, format, sample, options);
    if (options.format().isEmpty() && format == CorpusFormat.TEXT) {
      require(source, UnreadStructure.problem(text));
    }
    return new Layout(compression, format, encoding, dump(format, text));
  }

  /** For the record of what was counted. */
  public CorpusInput.Stored stored() {
    String compressed = compression == Compression.NONE ? "" : compression.label();
    return new CorpusInput.Stored(format.label(), compressed, encoding);
  }

  /** Whether the content is UTF-8, or is not to be decoded as a whole. */
  boolean isUtf8() {
    return encoding.isEmpty() || encoding.equals(UTF_8);
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

  /** As the user says, or the content does itself; otherwise it must be UTF-8. */
  private static String encoding(
      TextSource source,
      Compression compression,
      CorpusFormat format,
      byte[] sample,
      ReadingOptions options)
      throws IOException {
    if (format.saysItsEncoding()) {
      if (options.encoding().isPresent()) {
        throw new InputException(
            "%s: got the format %s, whose records say their encodings themselves. Leave out --encoding"
                .formatted(source.name(), format.label()));
      }
      return "";
    }
    if (options.encoding().isPresent()) {
      return Charset.forName(options.encoding().get()).name();
    }
    if (format == CorpusFormat.HTML || format == CorpusFormat.XML) {
      var declared =
          MarkupShape.declaredEncoding(FormatDetector.text(sample)).flatMap(Layout::known);
      if (declared.isPresent() && !declared.get().equals(UTF_8)) {
        return declared.get();
      }
    }
    require(source, LegacyEncoding.problem(sample));
    if (compression == Compression.NONE) {
      requireUtf8Further(source);
    }
    return UTF_8;
  }

  /** Looks into the middle and at the end too: many texts begin with a page of plain ASCII. */
  private static void requireUtf8Further(TextSource source) throws IOException {
    long size = source.size().orElse(0);
    for (long at : new long[] {size / 2, size - SAMPLE}) {
      if (size > FURTHER * SAMPLE) {
        try (var stored = source.open(at)) {
          require(source, LegacyEncoding.problem(stored.readNBytes(SAMPLE)));
        }
      }
    }
  }

  /** The name by which Java knows an encoding, if it does; one of two bytes would be seen. */
  private static Optional<String> known(String name) {
    try {
      var known = Charset.isSupported(name) ? Charset.forName(name).name() : "";
      return known.isEmpty() || known.startsWith("UTF-16") || known.startsWith("UTF-32")
          ? Optional.empty()
          : Optional.of(known);
    } catch (IllegalCharsetNameException e) {
      return Optional.empty();
    }
  }

  private static byte[] decoded(byte[] sample, String encoding) {
    return encoding.equals(UTF_8)
        ? sample
        : DecodedContent.decode(sample, Charset.forName(encoding));
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
          "%s: got the format %s where only n-grams of Google Books have %s. Leave out %s"
              .formatted(
                  source.name(),
                  format.label(),
                  options.tagged() ? "parts of speech" : "years",
                  options.tagged() ? "--tagged" : "--years"));
    }
  }

  /** The beginning of the content: as much as the head holds, be the rest damaged. */
  private static byte[] sample(Compression compression, byte[] head) {
    var sample = new byte[SAMPLE];
    int size = 0;
    try (var content = compression.inflate(new ByteArrayInputStream(head))) {
      for (int n = 0; n >= 0 && size < SAMPLE; ) {
        size += n;
        n = content.read(sample, size, Math.min(STEP, SAMPLE - size));
      }
    } catch (InputException e) {
      throw e; // it cannot be inflated here, whatever its bytes
    } catch (IOException | RuntimeException e) {
      // The head ends inside a compressed block, or is damaged: reading it all will tell.
      return Arrays.copyOf(sample, size);
    }
    return Arrays.copyOf(sample, size);
  }
}
