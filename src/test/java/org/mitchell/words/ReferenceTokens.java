package org.mitchell.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tokens of a text the slow way: whole strings, regular expressions and Unicode's tables, one
 * rule after the other.
 */
public final class ReferenceTokens {
  private static final Pattern OTHER_FORM =
      Pattern.compile(
          ("[\\p{InLetterlikeSymbols}\\p{InAlphabeticPresentationForms}"
              + "\\p{InArabicPresentationForms-A}\\p{InArabicPresentationForms-B}"
              + "\\p{InHalfwidthAndFullwidthForms}\\p{InMathematicalAlphanumericSymbols}"
              + "\\p{InArabicMathematicalAlphabeticSymbols}\\u0132\\u0133\\u017f\\u01c4-\\u01cc"
              + "\\u01f1-\\u01f3\\u1e9b&&\\p{L}]"));

  /** Default_Ignorable_Code_Point of Unicode but the fillers of Hangul; and the tatweel. */
  private static final String INVISIBLE =
      "[\\u00ad\\u034f\\u0640\\u061c\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e"
          + "\\u2060-\\u2064\\u2066-\\u206f\\ufe00-\\ufe0f\\ufeff\\x{1bca0}-\\x{1bca3}\\x{1d173}-\\x{1d17a}"
          + "\\x{e0001}\\x{e0020}-\\x{e007f}\\x{e0100}-\\x{e01ef}]";

  private static final Pattern END_OF_WORD_WITHOUT_SPACES =
      Pattern.compile(
          ("([[\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}\\p{IsAhom}\\p{IsTai_Le}"
                  + "\\p{IsNew_Tai_Lue}\\p{IsTai_Tham}\\p{IsTai_Viet}]&&[^INVISIBLE]]"
                  + "[INVISIBLE&&[^\\u200b]]*)\\u200b")
              .replace("INVISIBLE", INVISIBLE));

  private static final Pattern TOKEN = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

  private ReferenceTokens() {}

  /** The tokens, in the order of the text. */
  public static List<String> of(String text) {
    var tokens = new ArrayList<String>();
    var found = TOKEN.matcher(canonical(text));
    while (found.find()) {
      var lower = new StringBuilder();
      found.group().codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
      tokens.add(Normalizer.normalize(lower, Normalizer.Form.NFC));
    }
    return tokens;
  }

  /** The text with words in their form, but in the case that they have. */
  public static String canonical(String text) {
    String letters = OTHER_FORM.matcher(text).replaceAll(form -> spelledOut(form.group()));
    String cut = END_OF_WORD_WITHOUT_SPACES.matcher(letters).replaceAll("$1\ufffd");
    return Normalizer.normalize(cut.replaceAll(INVISIBLE, ""), Normalizer.Form.NFC);
  }

  private static String spelledOut(String form) {
    String letters = Normalizer.normalize(form, Normalizer.Form.NFKC);
    return letters.matches("[\\p{L}\\p{M}]+") ? letters : form;
  }
}
