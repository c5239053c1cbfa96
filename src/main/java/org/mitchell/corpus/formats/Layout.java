package org.mitchell.corpus.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How a source is stored.
 *
 * @param compression around the content
 * @param format of the content
 */
public record Layout(Compression compression, CorpusFormat format) implements Serializable {
  private static final int HEAD = 1 << 16;

  /** Told by the first bytes of a source, where the options leave the format open. */
  public static Layout of(TextSource source, ReadingOptions options) throws IOException {
    byte[] head = source.head(HEAD);
    var compression = Compression.of(head);
    var format = options.format();
    return new Layout(
        compression,
        format.isPresent() ? format.get() : FormatDetector.detect(sample(compression, head)));
  }

  /** Whether parts of a source can be read side by side. */
  boolean isSplittable() {
    return compression == Compression.NONE && format != CorpusFormat.WARC;
  }

  /** The beginning of the content: as much as the head holds, be the rest damaged. */
  private static byte[] sample(Compression compression, byte[] head) {
    var sample = new byte[HEAD];
    int size = 0;
    try (var content = compression.inflate(new ByteArrayInputStream(head))) {
      for (int n = 0; n >= 0 && size < HEAD; n = content.read(sample, size, HEAD - size)) {
        size += n;
      }
    } catch (IOException e) {
      // The head ends inside a compressed block, or is damaged: reading it all will tell.
      return Arrays.copyOf(sample, size);
    }
    return Arrays.copyOf(sample, size);
  }
}
