package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PipedTextTest {
  private static final String TEXT = "I eat celery, and it tastes.\n".repeat(20_000);

  @Test
  void aPipeIsReadAsAFileIs() throws IOException {
    var input = new PipedText("-", piped(out -> out.write(bytes())));

    assertThat(input.name()).isEqualTo("-");
    assertThat(input.size()).isEmpty();
    assertThat(content(input)).isEqualTo(TEXT);
  }

  @Test
  void itsCompressionIsTold() throws IOException {
    var input =
        new PipedText(
            "-",
            piped(
                out -> {
                  try (var gzip = new GZIPOutputStream(out)) {
                    gzip.write(bytes());
                  }
                }));

    assertThat(content(input)).isEqualTo(TEXT);
  }

  @Test
  void lookingAtTheBeginningTakesNothingAway() throws IOException {
    var input = new PipedText("-", piped(out -> out.write(bytes())));

    assertThat(input.head(6)).asString().isEqualTo("I eat ");
    assertThat(input.head(300_000)).hasSize(300_000);
    assertThat(input.open(0).readAllBytes()).isEqualTo(bytes());
  }

  @Test
  void nothingPipedIsAnEmptyText() throws IOException {
    assertThat(content(new PipedText("-", piped(out -> {})))).isEmpty();
  }

  @Test
  void itIsReadOnce() throws IOException {
    var input = new PipedText("-", piped(out -> out.write(bytes())));
    input.open(0);

    assertThatThrownBy(() -> input.open(0)).isInstanceOf(IllegalStateException.class);
  }

  private interface Program {
    void writeTo(OutputStream out) throws IOException;
  }

  /** What a program writes on the other end of a pipe. */
  private static PipedInputStream piped(Program program) throws IOException {
    var in = new PipedInputStream();
    var out = new PipedOutputStream(in);
    CompletableFuture.runAsync(
        () -> {
          try (out) {
            program.writeTo(out);
          } catch (IOException e) {
            // The reader has closed its end.
          }
        });
    return in;
  }

  private static String content(PipedText input) throws IOException {
    var layout = Layout.of(input, ReadingOptions.DEFAULT.as(CorpusFormat.TEXT));
    var text = new StringBuilder();
    var piece = new Piece();
    for (var shard : Shard.of(input, layout, 1000)) {
      try (var reader = shard.open(ReadingOptions.DEFAULT, 10_000, more -> {})) {
        while (reader.next(piece)) {
          text.append(new String(piece.buffer(), 0, piece.length(), StandardCharsets.UTF_8));
        }
      }
    }
    return text.toString();
  }

  private static byte[] bytes() {
    return TEXT.getBytes(StandardCharsets.UTF_8);
  }
}
