package org.mitchell.view;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What comes with a request, up to a size. */
final class RequestBody {
  static final int MOST_JSON = 64 << 10;
  static final int MOST_IMAGE = 64 << 20;

  private static final int FIRST = 1 << 16;

  private RequestBody() {}

  /**
   * A JSON object.
   *
   * @throws Refusal if it is larger than 64 kB, or no JSON object
   */
  static JsonNode json(HttpExchange exchange) throws IOException {
    byte[] bytes = read(exchange, MOST_JSON);
    try {
      JsonNode node = JsonMapper.shared().readTree(bytes);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new Refusal(Refusal.BAD_REQUEST, "not JSON");
    }
    throw new Refusal(Refusal.BAD_REQUEST, "not a JSON object");
  }

  /**
   * All bytes.
   *
   * @throws Refusal if the request says that there are more than {@code most}, before any is read,
   *     or there are
   */
  static byte[] read(HttpExchange exchange, int most) throws IOException {
    if (declared(exchange) > most) {
      throw tooLarge(most);
    }
    try {
      return readUpTo(exchange.getRequestBody(), most);
    } catch (IOException | NumberFormatException e) {
      throw new Refusal(
          Refusal.BAD_REQUEST, "the body is malformed, was cut short, or came too slowly");
    }
  }

  private static byte[] readUpTo(InputStream body, int most) throws IOException {
    var bytes = new byte[Math.min(most, FIRST)];
    int size = 0;
    while (true) {
      int read = body.readNBytes(bytes, size, bytes.length - size);
      size += read;
      if (size < bytes.length) {
        return Arrays.copyOf(bytes, size);
      }
      int next = body.read();
      if (next < 0) {
        return bytes;
      }
      if (size == most) {
        throw tooLarge(most);
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(most, 2L * bytes.length));
      bytes[size++] = (byte) next;
    }
  }

  private static long declared(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length.strip());
    } catch (NumberFormatException e) {
      throw new Refusal(Refusal.BAD_REQUEST, "Content-Length is no number");
    }
  }

  private static Refusal tooLarge(int most) {
    return new Refusal(
        Refusal.TOO_LARGE, "more than the %,d bytes that are taken here".formatted(most));
  }
}
