package org.mitchell.data;

import java.nio.file.Path;

/**
 * What a call of {@link Download#get} left.
 *
 * @param path the file
 * @param bytes its size
 * @param sha256 SHA-256 of its bytes, in lower-case hex
 * @param resumed whether a part that was already here was kept, be it from an earlier call or from
 *     before a break
 * @param alreadyThere whether the file was here before and nothing was fetched
 */
public record Downloaded(
    Path path, long bytes, String sha256, boolean resumed, boolean alreadyThere) {}
