package org.mitchell.corpus;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A corpus that others publish: what a user needs to know to choose it, get it and count it.
 *
 * @param name short, as typed
 * @param title what it is
 * @param format a value of {@code --format}
 * @param downloadBytes nothing where the provider does not say
 * @param tokens in words, by the provider's count; nothing where the provider does not say
 * @param unpacked whether what is counted is made from the download, and takes disk beside it
 * @param about the figures that are not exact
 * @param licence in a word or two
 * @param terms the licence in a sentence, and what it costs
 * @param page the provider's
 * @param get the steps before counting, most of them commands; none for a built-in corpus
 * @param command the words after {@code mitchell} that count it
 * @param note where the figures come from, and what else to know
 * @param sources of all this
 * @param checked when the sources were read
 */
public record PublicCorpus(
    String name,
    String title,
    Access access,
    String format,
    OptionalLong downloadBytes,
    OptionalLong tokens,
    StoredText text,
    boolean unpacked,
    Set<Figure> about,
    String licence,
    String terms,
    String page,
    List<String> get,
    List<String> command,
    String note,
    List<String> sources,
    LocalDate checked) {
  /** The figures of an entry. */
  public enum Figure {
    DOWNLOAD,
    TEXT,
    TOKENS
  }

  public PublicCorpus {
    about = Collections.unmodifiableSet(new LinkedHashSet<>(about));
    get = List.copyOf(get);
    command = List.copyOf(command);
    sources = List.copyOf(sources);
  }

  /** Whether a figure is only about right. */
  public boolean isAbout(Figure figure) {
    return about.contains(figure);
  }
}
