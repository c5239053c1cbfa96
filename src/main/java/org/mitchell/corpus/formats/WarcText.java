package org.mitchell.corpus.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.mitchell.corpus.scan.TextSink;
import org.mitchell.files.EncodingName;
import org.netpreserve.jwarc.MediaType;

/**
 * Takes the text out of the documents of a crawl. In a piece each has a line before it that says
 * what it is: {@code html} or {@code plain}, and the character set if its server named one.
 */
final class WarcText implements PieceText {
  private static final String HTML = "html";
  private static final String PLAIN = "plain";

  /** Whether documents of this type are counted. */
  static boolean isText(MediaType media) {
    return isPlain(media) || isHtml(media);
  }

  static boolean isPlain(MediaType media) {
    return name(media).equals("text/plain");
  }

  private static boolean isHtml(MediaType media) {
    return name(media).equals("text/html") || name(media).equals("application/xhtml+xml");
  }

  private static String name(MediaType media) {
    return media.base().toString().strip().toLowerCase(Locale.ROOT);
  }

  /** Appends a document to a piece. */
  static void append(Piece piece, MediaType media, byte[] document) {
    String charset = media.parameters().getOrDefault("charset", "");
    String line = (isHtml(media) ? HTML : PLAIN) + " " + charset.replace('\n', ' ') + "\n";
    byte[] head = line.getBytes(StandardCharsets.UTF_8);
    piece.append(head, 0, head.length);
    piece.append(document, 0, document.length);
    piece.endDocument();
  }

  @Override
  public void read(Piece piece, String source, TextSink sink) {
    int from = 0;
    for (int i = 0; i < piece.documents(); i++) {
      byte[] text = text(piece.buffer(), from, piece.documentEnd(i));
      sink.text(text, 0, text.length);
      sink.endDocument();
      from = piece.documentEnd(i);
    }
  }

  /** The text of a document as {@link #append} left it, in UTF-8. */
  static byte[] text(byte[] bytes, int from, int to) {
    int line = from;
    while (bytes[line] != '\n') {
      line++;
    }
    String[] head = new String(bytes, from, line - from, StandardCharsets.UTF_8).split(" ", 2);
    var charset = EncodingName.find(head[1].strip());
    if (head[0].equals(HTML)) {
      return html(charset, bytes, line + 1, to).getBytes(StandardCharsets.UTF_8);
    }
    if (charset.isEmpty() || charset.get().equals(StandardCharsets.UTF_8)) {
      return Arrays.copyOfRange(bytes, line + 1, to);
    }
    return new String(bytes, line + 1, to - line - 1, charset.get())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String html(Optional<Charset> charset, byte[] bytes, int from, int to) {
    try {
      var stream = new ByteArrayInputStream(bytes, from, to - from);
      return HtmlText.of(Jsoup.parse(stream, charset.map(Charset::name).orElse(null), ""));
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be read", e);
    }
  }
}
