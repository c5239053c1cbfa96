package org.mitchell.data;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which version of which file a part belongs to.
 *
 * @param address where it comes from
 * @param validator the server's name for this version, as If-Range wants it: a strong ETag, else
 *     the Last-Modified date; empty when the server gives neither, and then a part cannot be
 *     continued
 * @param length the size of the whole file in bytes, or -1 when the server does not say
 */
record Origin(URI address, String validator, long length) {
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

  static Origin of(URI address, HttpHeaders headers) {
    return new Origin(
        address, validator(headers), headers.firstValueAsLong("Content-Length").orElse(-1));
  }

  /** The validator in the headers of an answer; empty when there is none. */
  static String validator(HttpHeaders headers) {
    return headers
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> headers.firstValue("Last-Modified"))
        .orElse("");
  }

  boolean canContinue() {
    return !validator.isEmpty();
  }

  /** As lines of text; {@link #parse} reads them. */
  String toText() {
    return "address=" + address + "\nvalidator=" + validator + "\nlength=" + length + "\n";
  }

  /**
   * Reads what {@link #toText} wrote; empty when it is anything else, for then the part is of no
   * use.
   */
  static Optional<Origin> parse(String text) {
    Map<String, String> values =
        Arrays.stream(text.split("\n"))
            .filter(line -> line.contains("="))
            .collect(Collectors.toMap(part(0), part(1), (first, second) -> second));
    if (!values.keySet().containsAll(List.of("address", "validator", "length"))) {
      return Optional.empty();
    }
    try {
      var address = URI.create(values.get("address"));
      return Optional.of(
              new Origin(address, values.get("validator"), Long.parseLong(values.get("length"))))
          .filter(origin -> PRINTABLE.matcher(origin.validator()).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Function<String, String> part(int index) {
    return line -> line.split("=", 2)[index];
  }
}
