package org.mitchell.corpus.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * How a source is stored.
 *
 * @param compression around the content
 * @param format of the content
 */
public record Layout(Compression compression, CorpusFormat format) {
  private static final int SAMPLE = 1 << 16;

  /** What a decoder is asked for at a time: damage loses what it had not handed out yet. */
  private static final int STEP = 1 << 10;

  /** A whole block of bzip2, at its largest. */
  private static final int HEAD = 1 << 20;

  /** Told by the first bytes of a source, where the options leave the format open. */
  public static Layout of(TextSource source, ReadingOptions options) throws IOException {
    byte[] head = source.head(SAMPLE);
    var compression = Compression.of(head);
    if (options.format().isPresent()) {
      return new Layout(compression, options.format().get());
    }
    byte[] more = compression == Compression.NONE ? head : source.head(HEAD);
    return new Layout(compression, FormatDetector.detect(sample(compression, more)));
  }

  /** Whether parts of a source can be read side by side. */
  boolean isSplittable() {
    return format != CorpusFormat.WARC
        && (compression == Compression.NONE || compression == Compression.BZIP2);
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
