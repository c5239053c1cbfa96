package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What MediaWiki shows of wikitext, after its help pages on formatting, links, images, tables,
 * templates, categories and magic words. In the tables {@code \n} is a line feed.
 */
class WikitextTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        // Help:Formatting
        "''italic'' '''bold''' '''''both''''' ~ italic bold both",
        "it's the dogs' '''dog''''s ~ it's the dogs' dog's",
        "== Level 2 ==\\n====Level 4====\\ntext ~ Level 2\\nLevel 4\\ntext",
        "a == b and c == d ~ a == b and c == d",
        "=only one mark ~ =only one mark",
        "* one\\n** two\\n# three\\n; term : meaning\\n:: indented ~"
            + " one\\ntwo\\nthree\\nterm : meaning\\nindented",
        "above\\n----\\nbelow ~ above\\n\\nbelow",
        "one<br>two<br />three<BR/>four ~ one\\ntwo\\nthree\\nfour",
        "<u>under</u><span style=\"color:red\">lined</span> x<sup>2</sup> ~ underlined x2",
        "<blockquote>said</blockquote>then ~ said\\nthen",
        "2 < 3 and 4 > 3, a<b ~ 2 < 3 and 4 > 3, a<b",
        "&lt;b&gt; &amp;amp; &eacute;t&#233; &#x65;at &nosuch; R&D ~"
            + " <b> &amp; été eat &nosuch; R&D",
        "<nowiki>''no'' [[link|s]] {{t}} <b> &amp;</nowiki> ~ ''no'' [[link|s]] {{t}} <b> &",
        "<pre>[[as]] it ''stands''</pre> ~ [[as]] it ''stands''",
        "before<!-- never -->after ~ beforeafter",
        "line\\n<!-- a line of its own -->\\nnext ~ line\\nnext",
        "text <!-- never closed ~ text ",
        // Help:Links
        "[[page]]s and [[page|label]] and [[a#b|''c'']] ~ pages and label and c",
        "[[:File:x.jpg|the picture]] [[:Category:Food]] ~ the picture Category:Food",
        "[[wikt:eat|eat]] [[Talk:Eat]] ~ eat Talk:Eat",
        "[https://example.org label of it] [https://example.org] [//x.org y] ~ label of it  y",
        "[mailto:a@b.org mail] [sic] array[5] ~ mail [sic] array[5]",
        "[[page|a [https://x.org b] c]] d ~ a b c d",
        "[[unclosed and\\n[[eat|ate]] ]] more ~ unclosed and\\nate  more",
        "[[de:Haus]][[zh-min-nan:X]][[simple:House]]text ~ text",
        "[[Category:Food]]text[[category: Drink | key]] ~ text",
        // Interwiki: other wikis and titles with a colon show, languages do not
        "[[wikt:cow]] [[s:The Cow]] [[voy:Rome|Rome]] [[b:X]] ~ wikt:cow s:The Cow Rome b:X",
        "[[sql:1999]] [[Ala:zar]] [[DE:Haus]][[be-tarask:X]]text ~ sql:1999 Ala:zar text",
        // Help:Images
        "[[File:a.jpg|thumb|upright|The [[cat|cats]] ''sleep'' [http://x y]]]on ~ on",
        "[[Image:a.jpg]]on [[Datei:b.png|mini|Bild]]on ~ on on",
        "[[File:a.jpg|thumb|[[File:b.jpg|in it]] out]]on ~ on",
        "<gallery>\\nFile:a.jpg|caption\\n</gallery>on ~ on",
        "a<table class=\"x\"><tr><td>cell</td></tr></table>b ~ a\\nb",
        "a<TABLE><tr><td>x<table><tr><td>in</td></tr></table>y</td></tr></TABLE>b ~ a\\nb",
        "{|\\n| x<table><tr><td>y\\n|}\\nb<table>never closed ~ b\\nnever closed",
        // Help:Tables
        "a\\n{| class=\"x\"\\n! h\\n|-\\n| c || d\\n|}\\nb ~ a\\n\\nb",
        "a\\n{|\\n| {{t}}\\n{|\\n| inner\\n|}\\n| x\\n|}b ~ a\\nb",
        ":{|\\n| x\\n|}b ~ b",
        "a\\n{| never closed\\nb ~ a\\n never closed\\nb",
        // Help:Templates
        "a{{t}}b{{t|{{u|[[x]]}}|{{{1|v}}}}}c ~ abc",
        "{{t\\n|a=1\\n|b={{u}}\\n}}text ~ text",
        "a {{never closed b ~ a never closed b",
        "a }} never opened b ~ a }} never opened b",
        "{single} {{{param}}} ~ {single} ",
        "{{t|<nowiki>}}</nowiki>}}a ~ a",
        "{{t|<!-- }} -->}}a ~ a",
        // Help:Cite, Extension:Math
        "a<ref>see {{cite}} [[x]]</ref>b<ref name=\"n\" />c<ref name=n>d</ref>e ~ abce",
        "a<REF>x</Ref >b<references><ref>x</ref></references> ~ ab",
        "a<ref>never closed b ~ anever closed b",
        "<math>\\\\frac{a}{b}</math>is ~ is",
        // Help:Magic words
        "__NOTOC__text __FORCETOC__ __init__ snake__case ~ text  __init__ snake__case",
      })
  void markupIsTakenAway(String wikitext, String expected) {
    String page = wikitext.replace("\\n", "\n");

    assertThat(Wikitext.strip(page, DumpHead.UNKNOWN).strip())
        .isEqualTo(expected.replace("\\n", "\n").strip());
  }

  @Test
  void paragraphsStayApart() {
    assertThat(Wikitext.strip("one\ntwo\n\nthree\n\n\nfour", DumpHead.UNKNOWN))
        .isEqualTo("one\ntwo\n\nthree\n\n\nfour");
  }

  /** Quadratic time would be minutes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{",
        "}}",
        "{{{",
        "{",
        "[[",
        "]]",
        "[[a|",
        "[[File:a|",
        "[",
        "[http://x ",
        "[http://",
        "<ref>",
        "<ref",
        "<ref name=",
        "<nowiki>",
        "<!--",
        "<math>",
        "</ref>",
        "<b",
        "<b ",
        "<",
        "''",
        "'",
        "'''''",
        "\n{|",
        "\n|}",
        "\n=",
        "=",
        "&",
        "&amp",
        "&#",
        "__",
        "__A",
        "\n*",
        "\n:",
        "{{[[",
        "[[{{",
        "{|\n[[a|",
        "{{a}",
        "<ref>{{",
        "]",
        "[[]]",
        "[http://x y]]"
      })
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void anyMarkupOverAndOverTakesLinearTime(String markup) {
    String page = markup.repeat(1_000_000 / markup.length());

    assertThat(Wikitext.strip(page, DumpHead.UNKNOWN).length())
        .isLessThanOrEqualTo(page.length() * 6);
    assertThat(Wikitext.strip(page + "]]}}</ref>|}>", DumpHead.UNKNOWN)).isNotNull();
  }

  @Test
  void nestedTemplatesAreTakenAwayHoweverDeep() {
    String deep = "{{a|".repeat(100_000) + "}}".repeat(100_000);

    assertThat(Wikitext.strip("one " + deep + "two", DumpHead.UNKNOWN)).isEqualTo("one two");
  }

  @Test
  void anyMixtureOfMarkupIsRead() {
    var parts =
        List.of(
            "{{",
            "}}",
            "{|",
            "|}",
            "\n",
            "[[",
            "]]",
            "|",
            "File:",
            "a",
            " ",
            "<ref>",
            "</ref>",
            "''",
            "==",
            "<!--",
            "-->",
            "<nowiki>",
            "</nowiki>",
            "&amp;",
            "&#",
            ";",
            "[http://",
            "]",
            "<",
            ">",
            "__",
            "TOC",
            "/",
            "=",
            "{",
            "}",
            "'",
            "&#x110000;",
            "&#xd800;",
            "\ud83d\ude00");
    var random = new Random(9);
    for (int round = 0; round < 20_000; round++) {
      var page = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        page.append(parts.get(random.nextInt(parts.size())));
      }

      assertThat(Wikitext.strip(page.toString(), DumpHead.UNKNOWN)).as(page.toString()).isNotNull();
    }
  }
}
