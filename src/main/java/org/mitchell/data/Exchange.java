package org.mitchell.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Asks a server, follows its redirects, and turns what goes wrong into words. */
final class Exchange {
  private final HttpClient client;
  private final Patience patience;

  Exchange(Patience patience) {
    this.patience = patience;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience.answer());
    ProxySelector proxies = ProxySelector.getDefault();
    this.client = proxies == null ? builder.build() : builder.proxy(proxies).build();
  }

  /**
   * Sends a request and returns when the head of the answer is here.
   *
   * @throws DownloadException if asking again would not help
   * @throws IOException if it might
   */
  HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpRequest request) throws IOException {
    // Not the request's own time limit: from Java 26 on that one counts the body, which may well
    // take an hour.
    CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofPublisher());
    try {
      return answer.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no answer within " + patience.answer().toMillis() / 1000.0 + " s", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the download was interrupted");
    } catch (ExecutionException e) {
      throw inWords(request, e.getCause());
    }
  }

  /** Whether a server says, when asked once, that it has a file. */
  boolean has(URI address) throws InterruptedIOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", "mitchell")
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return send(request).statusCode() == 200;
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      return false;
    }
  }

  private static IOException inWords(HttpRequest request, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        String problem =
            ": the name " + request.uri().getHost() + " is not known. Is this machine online?";
        return new DownloadException(request.uri() + problem, failure);
      }
      if (cause instanceof SSLHandshakeException) {
        return new DownloadException(
            request.uri() + ": no secure connection: " + cause.getMessage(), failure);
      }
    }
    String problem =
        failure instanceof ConnectException
            ? "the server cannot be reached"
            : "the connection broke (" + failure.getMessage() + ")";
    return new IOException(problem, failure);
  }
}
