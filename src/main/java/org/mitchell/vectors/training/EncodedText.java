package org.mitchell.vectors.training;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A text as the numbers of its words, four bytes each, in a file: it is read once for every epoch
 * and need not fit in memory. Safe to read from several threads.
 */
public final class EncodedText implements Closeable {
  /** Stands where a sentence ends. */
  static final int END = -1;

  /**
   * How many numbers a block has, at least and at most: enough to learn on copies of their own, and
   * so few that the others can wait for what is learned.
   */
  private static final int LEAST = 1000;

  static final int MOST = 2000;

  /** A text has so many blocks, where these bounds allow it. */
  private static final int BLOCKS = 4000;

  private final FileChannel channel;
  private final long length;
  private final int blockLength;

  private EncodedText(FileChannel channel, long length) {
    this.channel = channel;
    this.length = length;
    this.blockLength = (int) Math.max(LEAST, Math.min(MOST, length / BLOCKS));
  }

  /** What {@link TextEncoder} wrote; {@link Files#delete deleting} the file is the caller's. */
  public static EncodedText open(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    return new EncodedText(channel, channel.size() / Integer.BYTES);
  }

  /** How many numbers there are, ends of sentences among them. */
  public long length() {
    return length;
  }

  /** How many numbers a block has, but for the last. */
  int blockLength() {
    return blockLength;
  }

  long blocks() {
    return (length + blockLength - 1) / blockLength;
  }

  /** Reads a block into the beginning of an array; returns how many numbers it has. */
  int read(long block, int[] into) throws IOException {
    long from = block * blockLength;
    int count = (int) Math.min(blockLength, length - from);
    var bytes = ByteBuffer.allocate(count * Integer.BYTES);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from * Integer.BYTES + bytes.position()) < 0) {
        throw new IOException("the text that was put aside for training has been cut short");
      }
    }
    bytes.flip().asIntBuffer().get(into, 0, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
