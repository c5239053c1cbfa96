package org.mitchell.corpus.formats;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be known of a MediaWiki dump as a whole to read any page of it.
 *
 * @param silent the namespaces, in lower case, of files and categories: a link there shows nothing
 *     in running text
 * @param whole whether it begins with {@code <mediawiki>}, and so ends with its end; otherwise it
 *     is a part, pages on end, such as one stream of a multistream dump
 */
public record DumpHead(Set<String> silent, boolean whole) implements Serializable {
  /** Understood in every wiki, whatever its language. */
  private static final List<String> ENGLISH = List.of("file", "image", "media", "category");

  /** Names of files and categories in large Wikipedias, and other names that they have there. */
  private static final Map<String, List<String>> ALIASES =
      Map.ofEntries(
          Map.entry("datei", List.of("bild")),
          Map.entry("kategorie", List.of()),
          Map.entry("fichier", List.of()),
          Map.entry("catégorie", List.of()),
          Map.entry("archivo", List.of("imagen")),
          Map.entry("categoría", List.of()),
          Map.entry("immagine", List.of()),
          Map.entry("categoria", List.of()),
          Map.entry("ficheiro", List.of("imagem", "arquivo")),
          Map.entry("bestand", List.of("afbeelding")),
          Map.entry("categorie", List.of()),
          Map.entry("plik", List.of("grafika")),
          Map.entry("kategoria", List.of()),
          Map.entry("fil", List.of("bild")),
          Map.entry("kategori", List.of()),
          Map.entry("файл", List.of("изображение", "зображення")),
          Map.entry("категория", List.of()),
          Map.entry("категорія", List.of()),
          Map.entry("ファイル", List.of("画像")),
          Map.entry("カテゴリ", List.of()),
          Map.entry("文件", List.of("图像")),
          Map.entry("分类", List.of("分類")),
          Map.entry("soubor", List.of()),
          Map.entry("fájl", List.of("kép")),
          Map.entry("kategória", List.of()),
          Map.entry("tiedosto", List.of()),
          Map.entry("luokka", List.of()),
          Map.entry("dosya", List.of("resim")),
          Map.entry("tập tin", List.of()),
          Map.entry("thể loại", List.of()));

  /** Of a dump whose beginning says nothing: the names of the largest Wikipedias. */
  public static final DumpHead UNKNOWN =
      new DumpHead(
          Stream.concat(
                  ENGLISH.stream(),
                  ALIASES.entrySet().stream()
                      .flatMap(e -> Stream.concat(Stream.of(e.getKey()), e.getValue().stream())))
              .collect(Collectors.toUnmodifiableSet()),
          true);

  public DumpHead {
    silent = Set.copyOf(silent);
  }

  /** Of a dump that calls its files and categories so; in English they are understood too. */
  static DumpHead naming(Set<String> namespaces) {
    var silent = new HashSet<>(ENGLISH);
    for (String name : namespaces) {
      String folded = folded(name);
      silent.add(folded);
      silent.addAll(ALIASES.getOrDefault(folded, List.of()));
    }
    return new DumpHead(silent, true);
  }

  /** The same of pages on end without the beginning and the end of a dump. */
  DumpHead asPart() {
    return new DumpHead(silent, false);
  }

  /**
   * Whether nothing is shown where the link stands, or no text: pictures, categories, and the page
   * in another language.
   */
  boolean showsNoText(String target) {
    int colon = target.indexOf(':');
    if (colon <= 0) {
      return false; // a colon at the beginning asks to show the link
    }
    String prefix = folded(target.substring(0, colon));
    return silent.contains(prefix) || WikiLanguages.contains(prefix);
  }

  private static String folded(String namespace) {
    return namespace.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
  }
}
