package org.mitchell.corpus.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import org.mitchell.files.InputException;

/**
 * How a source is stored.
 *
 * @param compression around the content
 * @param format of the content
 */
public record Layout(Compression compression, CorpusFormat format) implements Serializable {
  private static final int SAMPLE = 1 << 16;

  /** What a decoder is asked for at a time: damage loses what it had not handed out yet. */
  private static final int STEP = 1 << 10;

  /** A whole block of bzip2, zstd or xz, of which nothing is had before its end. */
  private static final int HEAD = 1 << 20;

  /**
   * Told by the first bytes of a source, where the options leave the format open.
   *
   * @throws InputException if it is no text that can be counted, or the options ask for what its
   *     format has not
   */
  public static Layout of(TextSource source, ReadingOptions options) throws IOException {
    byte[] head = source.head(SAMPLE);
    var compression = Compression.of(head);
    byte[] more = compression == Compression.NONE ? head : source.head(HEAD);
    byte[] sample = sample(compression, more);
    var problem = NoText.problem(sample);
    if (problem.isPresent()) {
      throw new InputException(source.name() + ": " + problem.get());
    }
    var format = options.format().orElse(FormatDetector.detect(sample));
    if (format != CorpusFormat.GOOGLE_BOOKS) {
      requireNothingOfGoogleBooks(source, format, options);
    }
    return new Layout(compression, format);
  }

  /** Whether parts of a source can be read side by side. */
  boolean isSplittable() {
    return format != CorpusFormat.WARC
        && (compression == Compression.NONE || compression == Compression.BZIP2);
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
    } catch (IOException | RuntimeException e) {
      // The head ends inside a compressed block, or is damaged: reading it all will tell.
      return Arrays.copyOf(sample, size);
    }
    return Arrays.copyOf(sample, size);
  }
}
