package org.mitchell.corpus.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.mitchell.files.Compression;
import org.mitchell.files.InputException;
import org.mitchell.files.StoredStream;

/** Content that is stored as it is, or is inflated from its beginning; damage ends it. */
final class InflatedContent extends CountedContent {
  /** Damage loses what a decoder had not handed out yet, so little is asked of it at a time. */
  private static final int STEP = 1 << 12;

  private final StoredStream stored;
  private final Compression compression;
  private final long end;
  private InputStream content;
  private boolean damaged;

  InflatedContent(Shard shard, LongConsumer consumed) throws IOException {
    stored = new StoredStream(shard.source().open(shard.from()), consumed);
    compression = shard.layout().compression();
    end = shard.isLast() ? Long.MAX_VALUE : shard.to() - shard.from();
  }

  @Override
  public long end() {
    return end;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (damaged) {
      return -1;
    }
    int step = (int) Math.min(Math.min(length, STEP), isPastEnd() ? STEP : end - offset());
    try {
      if (content == null) {
        content = compression.inflate(stored);
      }
      return counted(content.read(buffer, from, step));
    } catch (InputException e) {
      throw e; // it cannot be inflated here, whatever its bytes
    } catch (IOException | RuntimeException e) {
      if (stored.failed() || compression == Compression.NONE) {
        throw e;
      }
      damaged = true;
      throw DamagedContent.inflating(
          compression,
          offset(),
          e,
          "about stored byte %,d; what follows is left out".formatted(stored.count()));
    }
  }

  @Override
  public void close() throws IOException {
    if (content != null) {
      content.close();
    }
    stored.close();
  }
}
