package org.mitchell.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.mitchell.files.BlockStream;

/**
 * The body of an answer as a stream that does not wait for ever: the stream of the JDK's client
 * would, when a server keeps the connection and sends nothing more.
 */
final class TimedBody extends BlockStream {
  private final Duration silence;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private final Deque<ByteBuffer> unread = new ArrayDeque<>();
  private boolean ended;

  private sealed interface Event permits Bytes, Broken, End {}

  private record Bytes(List<ByteBuffer> buffers) implements Event {}

  private record Broken(Throwable failure) implements Event {}

  private record End() implements Event {}

  /**
   * @param silence how long nothing may come before reading fails
   */
  TimedBody(Flow.Publisher<List<ByteBuffer>> body, Duration silence) {
    this.silence = silence;
    body.subscribe(new Receiver());
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (unread.isEmpty() && !ended) {
      take(nextEvent());
    }
    if (unread.isEmpty()) {
      return -1;
    }
    ByteBuffer buffer = unread.peek();
    int count = Math.min(length, buffer.remaining());
    buffer.get(target, offset, count);
    if (!buffer.hasRemaining()) {
      unread.remove();
    }
    return count;
  }

  /** Gives up the rest of the body, and the connection with it. */
  @Override
  public void close() {
    subscription.thenAccept(Flow.Subscription::cancel);
  }

  private void take(Event event) throws IOException {
    if (event instanceof Bytes bytes) {
      bytes.buffers().stream().filter(ByteBuffer::hasRemaining).forEach(unread::add);
      subscription.thenAccept(connection -> connection.request(1));
    } else if (event instanceof Broken broken) {
      throw new IOException(
          "the connection broke (" + broken.failure().getMessage() + ")", broken.failure());
    } else {
      ended = true;
    }
  }

  private Event nextEvent() throws IOException {
    try {
      Event event = events.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
      if (event == null) {
        throw new IOException("the server sent nothing for " + silence.toMillis() / 1000.0 + " s");
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the download was interrupted");
    }
  }

  private final class Receiver implements Flow.Subscriber<List<ByteBuffer>> {
    @Override
    public void onSubscribe(Flow.Subscription connection) {
      connection.request(1);
      subscription.complete(connection);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      events.add(new Bytes(buffers));
    }

    @Override
    public void onError(Throwable failure) {
      events.add(new Broken(failure));
    }

    @Override
    public void onComplete() {
      events.add(new End());
    }
  }
}
