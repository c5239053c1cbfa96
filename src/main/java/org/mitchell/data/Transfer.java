package org.mitchell.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.files.Remedy;
import org.mitchell.jobs.Progress;

/**
 * Brings one file into its part: goes on where an earlier attempt stopped when the server still has
 * the same version, starts anew when it has another or cannot send ranges (RFC 9110, sections
 * 13.1.5 and 14).
 */
final class Transfer {
  private static final int BUFFER = 1 << 16;
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

  private final URI address;
  private final PartFile part;
  private final Patience patience;
  private final PublicFile file;
  private final Exchange exchange;
  private final DownloadProgress progress;
  private boolean resumed;

  Transfer(URI address, PartFile part, Patience patience, PublicFile file, Progress progress) {
    this.address = address;
    this.part = part;
    this.patience = patience;
    this.file = file;
    this.exchange = new Exchange(patience);
    this.progress = new DownloadProgress(address, progress);
  }

  /**
   * Fetches what is missing and flushes it to the disk.
   *
   * @return whether bytes that were here already were kept
   * @throws IOException if that failed for good; what came is kept where it can be continued
   */
  boolean run() throws IOException {
    try {
      int failures = 0;
      while (true) {
        try {
          attempt();
          part.complete();
          return resumed;
        } catch (DownloadException | InterruptedIOException e) {
          throw e;
        } catch (IOException e) {
          failures++;
          if (failures == patience.attempts()) {
            throw new DownloadException(gaveUp(e), e);
          }
          pauseAfter(failures);
        }
      }
    } finally {
      progress.end();
    }
  }

  private void attempt() throws IOException {
    Optional<Origin> begun = part.origin().filter(origin -> origin.address().equals(address));
    long here = part.size();
    if (begun.isPresent() && begun.get().length() == here) {
      resumeFrom(begun.get());
      return;
    }
    var request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", "mitchell")
            .header("Accept-Encoding", "identity");
    boolean rangeAsked = begun.isPresent() && begun.get().canContinue();
    if (rangeAsked) {
      request.header("Range", "bytes=" + here + "-").header("If-Range", begun.get().validator());
    }
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer = exchange.send(request.build());
    try (var body = new TimedBody(answer.body(), patience.silence())) {
      switch (answer.statusCode()) {
        case 200 -> receiveWhole(answer.headers(), body);
        case 206 -> receiveRest(begun.filter(origin -> rangeAsked), answer.headers(), body);
        case 416 -> {
          part.discard();
          throw new IOException("the server has fewer bytes than are here");
        }
        default -> throw HttpStatus.inWords(answer.statusCode(), address);
      }
    }
  }

  private void receiveWhole(HttpHeaders headers, TimedBody body) throws IOException {
    byte[] head = body.readNBytes(FirstBytes.LENGTH);
    if (!file.begins().start(head)) {
      throw new DownloadException(
          address
              + ": the server sent "
              + FirstBytes.describe(head)
              + " where a "
              + file.begins().kind()
              + " file is expected. "
              + Remedy.OPEN_OR_OTHER_ADDRESS.words());
    }
    Origin origin = Origin.of(address, headers);
    requireNotTooLong(origin.length(), "announces");
    part.requireRoomFor(origin.length() - part.size());
    part.restart(origin);
    resumed = false;
    progress.begin(origin.length(), 0);
    part.append(head, head.length);
    progress.advance(head.length);
    receive(origin, body);
  }

  private void receiveRest(Optional<Origin> begun, HttpHeaders headers, TimedBody body)
      throws IOException {
    if (begun.isEmpty() || !continues(begun.get(), headers)) {
      part.discard();
      throw new IOException("the server sent another part than the one that was asked for");
    }
    part.requireRoomFor(begun.get().length() - part.size());
    resumeFrom(begun.get());
    receive(begun.get(), body);
  }

  /**
   * Whether a part that the server sends belongs to the same version, and starts where ours ends.
   */
  private boolean continues(Origin begun, HttpHeaders headers) throws IOException {
    String validator = Origin.validator(headers);
    Matcher range = CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
    return (validator.isEmpty() || validator.equals(begun.validator()))
        && range.matches()
        && Long.parseLong(range.group(1)) == part.size()
        && (begun.length() < 0
            || range.group(2).equals("*")
            || Long.parseLong(range.group(2)) == begun.length());
  }

  private void resumeFrom(Origin origin) throws IOException {
    resumed = true;
    progress.begin(origin.length(), part.size());
  }

  private void receive(Origin origin, TimedBody body) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
      requireNotTooLong(part.size() + n, "goes on after");
      part.append(buffer, n);
      progress.advance(n);
    }
    if (origin.length() >= 0 && part.size() != origin.length()) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%,d bytes came where %,d were announced",
              part.size(),
              origin.length()));
    }
  }

  /** A body without an end would fill the disk. */
  private void requireNotTooLong(long bytes, String says) throws IOException {
    if (bytes > file.mostBytes()) {
      part.discard();
      throw new DownloadException(
          String.format(
              Locale.ROOT,
              "%s: the server %s %,d bytes, and %s: this is another file. Nothing of it is kept."
                  + " %s",
              address,
              says,
              bytes,
              file.atMostInWords(),
              Remedy.OPEN_OR_OTHER_ADDRESS.words()));
    }
  }

  private void pauseAfter(int failures) throws IOException {
    try {
      patience.pause().afterFailures(failures);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the download was interrupted");
    }
  }

  private String gaveUp(IOException last) throws IOException {
    String kept =
        part.origin().filter(Origin::canContinue).isPresent()
            ? String.format(
                Locale.ROOT,
                "The first %,d bytes are kept in %s: run the command again to go on from there",
                part.size(),
                part.path())
            : Remedy.LATER_OR_OTHER_ADDRESS.words();
    return address
        + ": given up after "
        + patience.attempts()
        + " attempts: "
        + last.getMessage()
        + ". "
        + kept;
  }
}
