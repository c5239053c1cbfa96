package org.mitchell.corpus.formats;

/**
 * The text that a reader of a wiki page sees, taken out of its wikitext: without templates, tables,
 * references, formulas and pictures, and of links what they show.
 *
 * <p>Goes by the syntax alone: what templates would put in is not known. Any input takes time in
 * proportion to its length; markup that is opened and never closed is passed over, and what follows
 * it is text.
 */
final class Wikitext {
  private Wikitext() {}

  /** The text of a page of a dump, in the lines that the page has. */
  static String strip(String page, DumpHead dump) {
    return WikiMarkup.strip(WikiTemplates.strip(page), dump);
  }
}
