package org.mitchell.corpus.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.function.LongConsumer;
import org.mitchell.files.Compression;

/** The content, inflated and in UTF-8, from the beginning of a shard on, beyond its end. */
interface ShardContent extends Closeable {
  /**
   * Begins to read.
   *
   * @param consumed hears how many more stored bytes were read
   */
  static ShardContent of(Shard shard, LongConsumer consumed) throws IOException {
    var inflated =
        shard.layout().compression() == Compression.BZIP2
            ? new Bzip2Content(shard, consumed)
            : new InflatedContent(shard, consumed);
    return shard.layout().isUtf8()
        ? inflated
        : new DecodedContent(inflated, Charset.forName(shard.layout().encoding()));
  }

  /** How many bytes were read. */
  long offset();

  /**
   * How long the shard's own content is; {@link Long#MAX_VALUE} if that is not known yet, or if it
   * has all that follows.
   */
  long end();

  /** Whether all that belongs to the shard has been read: what follows is the next one's. */
  default boolean isPastEnd() {
    return offset() >= end();
  }

  /**
   * Reads up to {@code length} bytes, never across the end of the shard; -1 at the end of the
   * source.
   *
   * @throws DamagedContent if the content cannot be inflated; the next call then reads what can be
   *     read behind the damage, or returns -1
   * @throws IOException if the stored bytes cannot be read
   */
  int read(byte[] buffer, int from, int length) throws IOException;
}
