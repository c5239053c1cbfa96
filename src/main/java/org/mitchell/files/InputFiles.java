package org.mitchell.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Opening what users give: compression is told by the first bytes, never by the name. */
public final class InputFiles {
  private static final int BUFFER = 1 << 16;

  private InputFiles() {}

  /**
   * Opens a file for reading, inflating it when it starts with the magic bytes of gzip, bzip2, xz
   * or Zstandard.
   *
   * <p>Damage of the compressed data shows while reading: the stream then throws an {@link
   * InputException} too.
   *
   * @throws InputException if there is no such file, it is a folder or must not be read, or its
   *     compressed header is damaged
   */
  public static InputStream open(Path file) throws IOException {
    requireReadable(file);
    var raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.mark(Compression.LONGEST_MAGIC);
      Compression compression = Compression.of(raw.readNBytes(Compression.LONGEST_MAGIC));
      raw.reset();
      return compression == Compression.NONE
          ? raw
          : new BufferedInputStream(new InflatedFile(file, raw, compression), BUFFER);
    } catch (IOException | InputException e) {
      raw.close();
      throw e;
    }
  }

  /** The first {@code count} bytes of a file (fewer when it is shorter), before any inflation. */
  public static byte[] head(Path file, int count) throws IOException {
    requireReadable(file);
    try (var raw = Files.newInputStream(file)) {
      return raw.readNBytes(count);
    }
  }

  /** SHA-256 of the bytes of a file, in lower-case hex. */
  public static String sha256(Path file) throws IOException {
    return sha256(file, bytes -> {});
  }

  /** Reads bytes of a file, all or the first of them. */
  @FunctionalInterface
  public interface Reading {
    void read(InputStream bytes) throws IOException;
  }

  /**
   * SHA-256 of a file that is read at the same time, in lower-case hex: of the very bytes that the
   * reading took, and of those that it left.
   *
   * @param reading need not close the stream
   */
  public static String sha256(Path file, Reading reading) throws IOException {
    return digested(file, digest("SHA-256"), reading);
  }

  /** MD5 of the bytes of a file, in lower-case hex: what some publishers say of theirs. */
  public static String md5(Path file) throws IOException {
    return digested(file, digest("MD5"), bytes -> {});
  }

  private static String digested(Path file, MessageDigest digest, Reading reading)
      throws IOException {
    requireReadable(file);
    try (var bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      reading.read(bytes);
      byte[] rest = new byte[BUFFER];
      while (bytes.read(rest) >= 0) {
        // The digest takes what is read.
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 in lower-case hex. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest("SHA-256").digest(bytes));
  }

  /** SHA-256 of the first {@code count} bytes of a file and, after them, of its last. */
  public static String sha256OfEnds(Path file, int count) throws IOException {
    requireReadable(file);
    MessageDigest digest = digest("SHA-256");
    digest.update(head(file, count));
    try (var channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - count));
      digest.update(Channels.newInputStream(channel).readNBytes(count));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }

  /**
   * @throws InputException if there is no such file, it is a folder or must not be read
   */
  public static void requireReadable(Path file) {
    if (!Files.exists(file)) {
      throw InputException.in(file, "there is no such file. Check the path");
    }
    if (Files.isDirectory(file)) {
      throw InputException.in(file, "this is a folder where a file is expected");
    }
    if (!Files.isReadable(file)) {
      throw InputException.in(file, "no permission to read this file");
    }
  }
}
