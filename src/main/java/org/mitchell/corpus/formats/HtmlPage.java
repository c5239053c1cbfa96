package org.mitchell.corpus.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;

/** The text of a file that is one page of HTML: one document. */
final class HtmlPage implements DocumentStream {
  /** A tree is built of it, which takes a multiple of its bytes. */
  private static final int LARGEST = 1 << 25;

  private final ContentStream content;
  private boolean read;

  HtmlPage(ContentStream content) {
    this.content = content;
  }

  @Override
  public boolean next(Piece piece) throws IOException {
    if (read) {
      return false;
    }
    read = true;
    byte[] page = content.readNBytes(LARGEST + 1);
    if (page.length > LARGEST) {
      throw new DamagedContent(
          0, "a page of HTML of more than %,d bytes. Split it up".formatted(LARGEST), null);
    }
    var tree = Jsoup.parse(new ByteArrayInputStream(page), StandardCharsets.UTF_8.name(), "");
    byte[] text = HtmlText.of(tree).getBytes(StandardCharsets.UTF_8);
    piece.append(text, 0, text.length);
    piece.endDocument();
    return true;
  }
}
