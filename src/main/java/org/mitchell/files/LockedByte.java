package org.mitchell.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

/**
 * The byte that a living process has locked of a file that it made. It lies behind all content:
 * Windows lets nobody read bytes that are locked, not even the process itself where it opens the
 * file a second time.
 */
final class LockedByte {
  private static final long AT = 1L << 40;

  private LockedByte() {}

  /**
   * As {@link FileChannel#tryLock()}.
   *
   * @return null where another process has it
   */
  static FileLock tryLock(FileChannel channel) throws IOException {
    return channel.tryLock(AT, 1, false);
  }
}
