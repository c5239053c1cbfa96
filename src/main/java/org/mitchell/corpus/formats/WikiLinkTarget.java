package org.mitchell.corpus.formats;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the target of a wiki link says of how the link is shown. */
final class WikiLinkTarget {
  /**
   * Files and categories in English and in the languages of the largest Wikipedias, as MediaWiki
   * calls them there.
   */
  private static final Set<String> NAMESPACES =
      Set.of(
          "file",
          "image",
          "media",
          "category", // English, understood everywhere
          "datei",
          "bild",
          "kategorie", // German
          "fichier",
          "catégorie", // French
          "archivo",
          "imagen",
          "categoría", // Spanish
          "immagine",
          "categoria", // Italian; Portuguese, Catalan
          "ficheiro",
          "imagem",
          "arquivo", // Portuguese
          "bestand",
          "afbeelding",
          "categorie", // Dutch
          "plik",
          "grafika",
          "kategoria", // Polish
          "fil",
          "kategori", // Swedish, Norwegian, Danish
          "файл",
          "изображение",
          "категория", // Russian
          "зображення",
          "категорія", // Ukrainian
          "ファイル",
          "画像",
          "カテゴリ", // Japanese
          "文件",
          "图像",
          "分类",
          "分類", // Chinese
          "soubor",
          "fájl",
          "kép",
          "kategória",
          "tiedosto",
          "luokka", // Czech, Hungarian, Finnish
          "dosya",
          "resim",
          "tập tin",
          "thể loại"); // Turkish, Vietnamese

  /** Codes of languages as the Wikipedias have them, {@code de} or {@code zh-min-nan}. */
  private static final Pattern LANGUAGE = Pattern.compile("simple|(?!mw$)[a-z]{2,3}(-[a-z]+)*");

  private static final int LONGEST_PREFIX = 30;

  private WikiLinkTarget() {}

  /**
   * Whether nothing is shown where the link stands, or no text: pictures, categories, and the page
   * in another language.
   */
  static boolean showsNoText(String target) {
    int colon = target.indexOf(':');
    if (colon <= 0 || colon > LONGEST_PREFIX) {
      return false; // a colon at the beginning asks to show the link
    }
    String prefix = target.substring(0, colon).strip();
    return LANGUAGE.matcher(prefix).matches()
        || NAMESPACES.contains(prefix.replace('_', ' ').toLowerCase(Locale.ROOT));
  }
}
