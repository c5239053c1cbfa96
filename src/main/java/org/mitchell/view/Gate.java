package org.mitchell.view;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Who may ask. Any page that a browser shows can send requests to this machine, and a name of its
 * own may lead there (DNS rebinding): a request must carry the token that only the printed URL has,
 * be addressed to this server by a name of this machine, and come from no other page.
 */
final class Gate {
  private static final int TOKEN_BYTES = 16;

  private final String token;
  private final Set<String> hosts;
  private final Set<String> origins;

  /** With a new token of 128 random bits. */
  Gate(int port) {
    var random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    this.token = HexFormat.of().formatHex(random);
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    this.origins = Set.of("http://127.0.0.1:" + port, "http://localhost:" + port);
  }

  String token() {
    return token;
  }

  /**
   * What is asked for: all of the path behind the token, as it was sent. It is only ever compared
   * with names that are known, never decoded and never part of a path of files.
   *
   * @throws Refusal if the request may not ask
   */
  String pass(HttpExchange exchange) {
    URI target = exchange.getRequestURI();
    List<String> host = exchange.getRequestHeaders().getOrDefault("Host", List.of());
    if (host.size() != 1 || !hosts.contains(host.get(0)) || target.getRawAuthority() != null) {
      throw new Refusal(
          Refusal.FORBIDDEN, "this server answers to the address that mitchell view printed alone");
    }
    List<String> origin = exchange.getRequestHeaders().getOrDefault("Origin", List.of());
    if (!origins.containsAll(origin)) {
      throw new Refusal(Refusal.FORBIDDEN, "this server answers no other page");
    }
    String path = target.getRawPath() == null ? "" : target.getRawPath();
    int end = path.indexOf('/', 1);
    String given = end < 0 ? "" : path.substring(1, end);
    if (!MessageDigest.isEqual(bytes(token), bytes(given))) {
      throw new Refusal(
          Refusal.FORBIDDEN,
          "the address lacks the token of this run. Open the one that mitchell view printed");
    }
    return path.substring(end + 1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
