package org.mitchell.corpus.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** What comes through a pipe, such as standard input: of unknown size, and read once. */
public final class PipedText implements TextSource {
  private static final int BUFFER = 1 << 16;

  private final String name;
  private final BufferedInputStream piped;
  private boolean opened;

  /**
   * @param name what messages call it
   * @param piped the bytes; nothing else may read them
   */
  public PipedText(String name, InputStream piped) {
    this.name = name;
    this.piped = new BufferedInputStream(piped, BUFFER);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.empty();
  }

  /**
   * @throws IllegalStateException if it was opened before
   */
  @Override
  public synchronized InputStream open(long offset) {
    if (opened || offset != 0) {
      throw new IllegalStateException("a pipe is read once, from its beginning");
    }
    opened = true;
    return piped;
  }

  /** Waits for so many bytes, or for the end. */
  @Override
  public synchronized byte[] head(int count) throws IOException {
    if (opened) {
      throw new IllegalStateException("a pipe is read once, from its beginning");
    }
    piped.mark(count);
    byte[] head = piped.readNBytes(count);
    piped.reset();
    return head;
  }
}
