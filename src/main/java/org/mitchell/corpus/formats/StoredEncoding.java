package org.mitchell.corpus.formats;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.mitchell.files.Compression;
import org.mitchell.files.EncodingName;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/** In which encoding a source is: as the user says, or it does itself; UTF-8 otherwise. */
final class StoredEncoding {
  static final String UTF_8 = "UTF-8";

  /** Sources of more samples than this are looked into in several places. */
  private static final long FURTHER = 4;

  private StoredEncoding() {}

  /**
   * The name of the encoding; empty of crawls, whose records name it each.
   *
   * @throws InputException if it is none of them, as far as can be seen
   */
  static String of(TextSource source, Sample sample, CorpusFormat format, ReadingOptions options)
      throws IOException {
    if (format.saysItsEncoding()) {
      if (options.encoding().isPresent()) {
        throw refused(
            source,
            "got the format %s, whose records say their encodings themselves. %s"
                .formatted(format.label(), Remedy.NO_ENCODING.words()));
      }
      return "";
    }
    if (options.encoding().isPresent()) {
      return options.encoding().get();
    }
    var declared = declared(format, sample).filter(name -> !name.equals(UTF_8));
    if (declared.isEmpty()) {
      requireUtf8(source, sample);
    }
    return declared.orElse(UTF_8);
  }

  /** What XML or HTML says of itself, if Java knows it; two bytes a character would be seen. */
  private static Optional<String> declared(CorpusFormat format, Sample sample) {
    boolean markup = format == CorpusFormat.HTML || format == CorpusFormat.XML;
    return markup
        ? MarkupShape.declaredEncoding(FormatDetector.text(sample.bytes()))
            .flatMap(EncodingName::find)
            .map(Charset::name)
            .filter(name -> !name.startsWith("UTF-16") && !name.startsWith("UTF-32"))
        : Optional.empty();
  }

  /** Looks into the middle and at the end too: many texts begin with a page of plain ASCII. */
  private static void requireUtf8(TextSource source, Sample sample) throws IOException {
    var problem = LegacyEncoding.problem(sample.bytes());
    if (problem.isPresent() && !sample.isDamaged()) {
      throw refused(source, problem.get());
    }
    long size = source.size().orElse(0);
    if (sample.compression() == Compression.NONE && size > FURTHER * Sample.SIZE) {
      for (long at : new long[] {size / 2, size - Sample.SIZE}) {
        try (var stored = source.open(at)) {
          var further = LegacyEncoding.problem(stored.readNBytes(Sample.SIZE));
          if (further.isPresent()) {
            throw refused(source, further.get());
          }
        }
      }
    }
  }

  private static InputException refused(TextSource source, String problem) {
    return new InputException(source.name() + ": " + problem);
  }
}
