package org.mitchell.files;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/** How a source is compressed, told by its first bytes. */
public enum Compression {
  NONE,
  GZIP(0x1f, 0x8b),
  BZIP2('B', 'Z', 'h'),
  XZ(0xfd, '7', 'z', 'X', 'Z', 0),
  ZSTD(0x28, 0xb5, 0x2f, 0xfd);

  /** So many bytes at the beginning of a source tell how it is compressed. */
  static final int LONGEST_MAGIC = 6;

  private static final int BUFFER = 1 << 16;

  /** Dictionaries beyond this are refused, so that no file can claim all memory. */
  private static final int LARGEST_XZ_KIB = 1 << 17;

  private final int[] magic;

  Compression(int... magic) {
    this.magic = magic;
  }

  /** The name in messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The compression of a source that begins with {@code head}. */
  public static Compression of(byte[] head) {
    for (var compression : values()) {
      if (compression != NONE && compression.begins(head)) {
        return compression;
      }
    }
    return NONE;
  }

  /** The content of stored bytes; several compressed streams on end are one content. */
  public InputStream inflate(InputStream stored) throws IOException {
    return switch (this) {
      case NONE -> stored;
      case GZIP -> GzipStream.ofMembersOnly(stored);
      case BZIP2 -> new BZip2CompressorInputStream(new BufferedInputStream(stored, BUFFER), true);
      case XZ -> new XZInputStream(new BufferedInputStream(stored, BUFFER), LARGEST_XZ_KIB);
      case ZSTD -> new ZstdStream(stored);
    };
  }

  /** Why a decoder gave up, in our words: its own are for programmers. */
  public static String reason(Exception cause) {
    if (cause instanceof MemoryLimitException
        || cause instanceof ZstdException zstd
            && Math.abs(zstd.getErrorCode()) == Zstd.errFrameParameterWindowTooLarge()) {
      return "it asks for more than 128 MiB of memory";
    }
    if (cause instanceof ZipException) {
      return cause.getMessage(); // that of our own reader of gzip
    }
    return cause instanceof EOFException ? "it ends early" : "its bytes are damaged";
  }

  private boolean begins(byte[] head) {
    return beginsWithMagic(head) || this == ZSTD && isSkippableFrame(head);
  }

  /** Some programs put a frame before the content that decoders are to pass over. */
  private static boolean isSkippableFrame(byte[] head) {
    return head.length > 3
        && (head[0] & 0xf0) == 0x50
        && head[1] == 0x2a
        && head[2] == 0x4d
        && head[3] == 0x18;
  }

  private boolean beginsWithMagic(byte[] head) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return this != BZIP2 || head.length > 3 && head[3] >= '1' && head[3] <= '9';
  }
}
