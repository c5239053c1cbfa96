package org.mitchell.view;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.mitchell.files.FileTrouble;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.jobs.OutOfMemory;
import org.mitchell.nifti.NiftiException;

/**
 * Serves the page and answers its questions on the loopback address, to those who know the token.
 * What goes wrong with a request is that request's alone.
 */
public final class ViewServer implements AutoCloseable {
  /**
   * Requests that may be under way at a time; slow ones hold a thread each, until they are cut.
   * Threads are cheap until something large is written: see {@link #PIECE}.
   */
  private static final int THREADS = 1_024;

  /** Java keeps, outside the heap, a buffer as large as the largest piece that a thread wrote. */
  private static final int PIECE = 16 << 10;

  private static final int STACK_BYTES = 256 << 10;
  private static final int IDLE_SECONDS = 10;

  private static final int BACKLOG = 256;
  private static final int SERVER_ERROR = 500;
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; connect-src 'self' data: blob:;"
          + " object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Gate gate;
  private final PageFiles files;
  private final Questions questions;

  /** Made beforehand, as there is no room to make it when it is needed. */
  private final Answer outOfMemory =
      Answer.error(Refusal.BUSY, "not enough memory for this now. Try again in a moment");

  private ViewServer(HttpServer server, ExecutorService threads, List<ViewedFit> fits)
      throws IOException {
    this.server = server;
    this.threads = threads;
    this.gate = new Gate(server.getAddress().getPort());
    this.files = PageFiles.ofThisBuild();
    this.questions = new Questions(fits, files.hasViewer());
  }

  /**
   * Starts to answer.
   *
   * @param port 0 for any that is free
   * @throws InputException if the port is in use
   */
  public static ViewServer start(List<ViewedFit> fits, int port) throws IOException {
    limitSlowness();
    HttpServer server;
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
    } catch (BindException e) {
      throw new InputException(
          "port %d of this machine cannot be had (%s)".formatted(port, e.getMessage()),
          Remedy.OTHER_PORT);
    }
    ExecutorService threads = threads();
    var view = new ViewServer(server, threads, fits);
    server.setExecutor(threads);
    server.createContext("/", view::handle);
    server.start();
    return view;
  }

  /** Java reads these once, before the first server: seconds for a request, and for its answer. */
  private static void limitSlowness() {
    System.setProperty("sun.net.httpserver.maxReqTime", "5");
    System.setProperty("sun.net.httpserver.maxRspTime", "60");
  }

  private static ExecutorService threads() {
    var threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              var thread = new Thread(null, task, "mitchell-view", STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Where the page is, token included. */
  public URI url() {
    return URI.create(
        "http://127.0.0.1:%d/%s/".formatted(server.getAddress().getPort(), gate.token()));
  }

  /** Stops at once; connections are closed. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      Answer answer = answer(exchange);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", answer.type());
      headers.set("Content-Security-Policy", POLICY);
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("X-Frame-Options", "DENY");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
      headers.set("Cache-Control", "no-store");
      if (answer.status() >= Refusal.BAD_REQUEST) {
        headers.set("Connection", "close"); // what is left of its body is not read
      }
      boolean body = answer.body().length > 0 && !exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), body ? answer.body().length : -1);
      if (body) {
        for (int at = 0; at < answer.body().length; at += PIECE) {
          int length = Math.min(PIECE, answer.body().length - at);
          exchange.getResponseBody().write(answer.body(), at, length);
        }
      }
    } catch (IOException e) {
      // The one who asked has gone: there is nobody to tell.
    }
  }

  /** A file that is gone meanwhile is an answer too. */
  private Answer answer(HttpExchange exchange) {
    try {
      String name = gate.pass(exchange);
      var answer = questions.answer(name, exchange);
      if (answer.isEmpty()) {
        boolean first = name.isEmpty() && questions.areOfSurfaces();
        answer = files.file(first ? "surface" : name);
        if (answer.isPresent() && !exchange.getRequestMethod().equals("GET")) {
          throw new Refusal(Refusal.WRONG_METHOD, "files are asked for with GET");
        }
      }
      return answer.orElseThrow(() -> new Refusal(Refusal.NOT_FOUND, "there is no such page"));
    } catch (Refusal e) {
      return Answer.error(e.status(), e.getMessage());
    } catch (InputException | NiftiException e) {
      return Answer.error(Refusal.CANNOT_BE_USED, e.getMessage());
    } catch (IOException e) {
      return Answer.error(Refusal.CANNOT_BE_USED, FileTrouble.inWords(e));
    } catch (OutOfMemoryError e) {
      return outOfMemory;
    } catch (RuntimeException e) {
      return OutOfMemory.isCauseOf(e)
          ? outOfMemory
          : Answer.error(SERVER_ERROR, "an error of the program itself: " + e);
    }
  }
}
