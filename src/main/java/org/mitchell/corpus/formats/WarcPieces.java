package org.mitchell.corpus.formats;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Locale;
import org.mitchell.files.InputException;
import org.netpreserve.jwarc.HttpParser;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageHeaders;

/**
 * Hands out the records of a crawl that hold text, whole ones, several to a piece: conversions to
 * plain text (WET), and responses of a web server that are HTML or plain text. Others are passed
 * over: they are no text.
 *
 * <p>After a record that cannot be read it goes on at the next place that looks like the beginning
 * of one. Records are documents, so no window reaches across the gap.
 */
final class WarcPieces implements PieceReader {
  /** Larger documents are refused, so that no record can claim all memory. */
  private static final int LARGEST = 1 << 26;

  /** Of HTML a tree is built, which takes a multiple of its bytes. */
  private static final int LARGEST_HTML = 1 << 23;

  private final WarcBytes bytes;
  private final int size;

  /** What next to throw. */
  private DamagedContent damage;

  private boolean ended;

  WarcPieces(ShardContent content, int size) {
    this.bytes = new WarcBytes(content);
    this.size = size;
  }

  @Override
  public boolean next(Piece piece) throws IOException {
    piece.clear(bytes.position());
    while (!ended && damage == null && piece.length() < size) {
      record(piece);
    }
    if (piece.length() == 0 && damage != null) {
      var found = damage;
      damage = null;
      throw found;
    }
    return piece.length() > 0;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private void record(Piece piece) throws IOException {
    long start = bytes.position();
    try {
      var header = bytes.header();
      ended = header.isEmpty();
      if (header.isPresent()) {
        block(piece, header.get(), start);
      }
    } catch (DamagedContent e) {
      lost(start, e.getMessage(), e);
      toNextRecord();
    }
  }

  private void block(Piece piece, MessageHeaders header, long start) throws IOException {
    long length = length(header);
    if (length < 0 || length > LARGEST) {
      passOver(start, length);
      return;
    }
    byte[] block = bytes.block((int) length);
    if (block.length == length && bytes.endsRecord()) {
      text(piece, header, block, start);
      return;
    }
    lost(start, "this WARC record does not have the %,d bytes that it claims".formatted(length));
    bytes.unread(block, 0);
    toNextRecord();
  }

  /** In an ARC file nothing tells where a record begins but the end of the one before it. */
  private void toNextRecord() throws IOException {
    if (bytes.isArc()) {
      lost(damage.offset(), damage.getMessage() + "; what follows in this ARC file is left out");
      ended = true;
    } else {
      bytes.toNextRecord();
    }
  }

  /** A record whose length is not known, or is more than is read at once. */
  private void passOver(long start, long length) throws IOException {
    if (length < 0) {
      lost(start, "the header of this WARC record has no valid Content-Length");
      toNextRecord();
    } else if (bytes.skip(length) && bytes.endsRecord()) {
      lost(start, "a WARC record of %,d bytes; up to %,d are read".formatted(length, LARGEST));
    } else {
      lost(start, "this WARC record does not have the %,d bytes that it claims".formatted(length));
      toNextRecord();
    }
  }

  /** The length of the block; -1 if the header does not say it as it should. */
  private static long length(MessageHeaders header) {
    var values = header.all("Content-Length");
    try {
      return values.size() == 1 ? Math.max(-1, Long.parseLong(values.get(0))) : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private void text(Piece piece, MessageHeaders header, byte[] block, long start) {
    String type = header.first("WARC-Type").orElse("").toLowerCase(Locale.ROOT);
    var media = media(header);
    if (type.equals("conversion") && WarcText.isPlain(media)) {
      WarcText.append(piece, media, block);
    } else if (type.equals("response") && media.base().equals(MediaType.HTTP)) {
      response(piece, block, start);
    }
  }

  /** What a header says that follows it; bytes where that cannot be told. */
  private static MediaType media(MessageHeaders header) {
    try {
      return header
          .first("Content-Type")
          .map(MediaType::parseLeniently)
          .orElse(MediaType.OCTET_STREAM);
    } catch (IllegalArgumentException e) {
      return MediaType.OCTET_STREAM; // servers write what they like
    }
  }

  private void response(Piece piece, byte[] block, long start) {
    try {
      var http = new HttpParser();
      http.lenientResponse();
      var rest = ByteBuffer.wrap(block);
      http.parse(Channels.newChannel(InputStream.nullInputStream()), rest);
      var media = media(http.headers());
      if (!rest.hasRemaining() || !WarcText.isText(media)) {
        return;
      }
      int most = WarcText.isPlain(media) ? LARGEST : LARGEST_HTML;
      byte[] stored = Arrays.copyOfRange(block, rest.position(), rest.limit());
      byte[] body = HttpBody.decoded(http.headers(), stored, most);
      if (body.length > most) {
        lost(start, "a WARC record of more than %,d bytes of text or HTML".formatted(most));
      } else {
        WarcText.append(piece, media, body);
      }
    } catch (HttpBody.Unreadable e) {
      lost(start, "the HTTP response of this WARC record cannot be read: " + e.getMessage(), e);
    } catch (InputException e) {
      throw e; // it cannot be inflated here, whatever its bytes
    } catch (IOException | RuntimeException e) {
      lost(start, "the HTTP response of this WARC record has a damaged header", e);
    }
  }

  private void lost(long offset, String problem) {
    lost(offset, problem, null);
  }

  private void lost(long offset, String problem, Exception cause) {
    damage = new DamagedContent(offset, problem, cause);
  }
}
