package org.mitchell.files;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Finds an encoding by any of the names that people and programs give it. */
public final class EncodingName {
  private EncodingName() {}

  /**
   * The encoding that bears this name, by any of its names, whatever stands between letters and
   * digits and whether letters are small: Latin-1, latin_1, iso8859_1, sjis, Windows 1252.
   */
  public static Optional<Charset> find(String name) {
    try {
      if (Charset.isSupported(name)) {
        return Optional.of(Charset.forName(name));
      }
    } catch (IllegalCharsetNameException e) {
      // Other marks may stand where names have none.
    }
    String plain = plain(name).replaceFirst("^win(?=[0-9])", "windows");
    if (plain.equals("utf8sig")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    return plain.isEmpty() ? Optional.empty() : byName(plain).or(() -> byOtherName(plain));
  }

  private static Optional<Charset> byName(String plain) {
    return Charset.availableCharsets().values().stream()
        .filter(charset -> plain(charset.name()).equals(plain))
        .findFirst();
  }

  private static Optional<Charset> byOtherName(String plain) {
    return Charset.availableCharsets().values().stream()
        .filter(charset -> charset.aliases().stream().anyMatch(a -> plain(a).equals(plain)))
        .findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
