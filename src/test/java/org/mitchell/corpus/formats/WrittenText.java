package org.mitchell.corpus.formats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.mitchell.corpus.scan.PartOfSpeech;
import org.mitchell.corpus.scan.TextSink;

/** Keeps what is handed on, with a line feed behind each document. */
final class WrittenText implements TextSink {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private long malformed;

  String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  long malformed() {
    return malformed;
  }

  @Override
  public void text(byte[] utf8, int from, int to) {
    written.write(utf8, from, to - from);
  }

  @Override
  public void shortText(byte[] utf8, int from, int to) {
    text(utf8, from, to);
  }

  @Override
  public void tagged(byte[] utf8, int from, int to, PartOfSpeech tag) {
    text(utf8, from, to);
  }

  @Override
  public void replaced(long more) {
    malformed += more;
  }

  @Override
  public void endDocument() {
    written.write('\n');
  }

  @Override
  public void times(long times) {}
}
