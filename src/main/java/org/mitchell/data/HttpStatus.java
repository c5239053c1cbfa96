package org.mitchell.data;

import java.io.IOException;
import java.net.URI;
import org.mitchell.files.Remedy;

/** What a server's refusal means, and what to do about it. */
final class HttpStatus {
  private static final String ELSEWHERE = " " + Remedy.OTHER_ADDRESS.words();

  private HttpStatus() {}

  /** A {@link DownloadException}, or a plain IOException where asking again soon may help. */
  static IOException inWords(int status, URI address) {
    String answer = address + ": the server answered " + status + ": ";
    return switch (status) {
      case 301, 302, 303, 307, 308 ->
          new DownloadException(
              answer + "the file has moved to where it cannot be followed." + ELSEWHERE);
      case 401, 403 ->
          new DownloadException(answer + "it gives no access to this file." + ELSEWHERE);
      case 404, 410 -> new DownloadException(answer + "there is no such file." + ELSEWHERE);
      case 407 ->
          new DownloadException(answer + "the proxy wants a login. Give a proxy that does not");
      case 429, 502, 503, 504 -> new IOException("the server is busy (" + status + ")");
      default ->
          status >= 500
              ? new DownloadException(answer + "it has failed. Try again later." + ELSEWHERE)
              : new DownloadException(answer + "the file itself (200) was expected." + ELSEWHERE);
    };
  }
}
