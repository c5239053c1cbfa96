package org.mitchell.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a call of {@link Download#get} left.
 *
 * @param path the file
 * @param bytes its size
 * @param sha256 SHA-256 of its bytes, in lower-case hex
 * @param resumed whether a part that was already here was kept, be it from an earlier call or from
 *     before a break
 * @param from where it was fetched; empty when the file was here before and nothing was fetched
 */
public record Downloaded(
    Path path, long bytes, String sha256, boolean resumed, Optional<URI> from) {
  /** Whether the file was here before. */
  public boolean alreadyThere() {
    return from.isEmpty();
  }

  /** Whether it came over a connection that anybody on the way can change. */
  public boolean unprotected() {
    return from.filter(address -> "http".equalsIgnoreCase(address.getScheme())).isPresent();
  }
}
