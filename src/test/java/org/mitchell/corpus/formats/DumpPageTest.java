package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DumpPageTest {
  private static final Path FILES = Path.of("testdata/corpus/wikipedia");
  private static final String PAGE = "<page><ns>0</ns><revision><text>%s</text></revision></page>";

  private final DumpPage pages = new DumpPage();

  @Test
  void thePagesOfADumpAreWhatWasWrittenByHand() throws IOException, XMLStreamException {
    String dump = Files.readString(FILES.resolve("dump.xml"));
    var texts = new ArrayList<String>();
    for (var page = Pattern.compile("<page>.*?</page>", Pattern.DOTALL).matcher(dump);
        page.find(); ) {
      pages
          .text(page.group())
          .ifPresent(text -> texts.add(lines(Wikitext.strip(text, DumpHead.UNKNOWN))));
    }

    String expected = Files.readString(FILES.resolve("expected.txt"));
    assertThat(texts)
        .containsExactlyElementsOf(
            List.of(expected.split("%%\n")).stream().map(DumpPageTest::lines).toList());
  }

  @Test
  void theLatestRevisionMayStandAnywhere() throws XMLStreamException {
    String page =
        """
        <page><ns>0</ns>
        <revision><timestamp>2026-02-01T00:00:00Z</timestamp><text>new</text></revision>
        <revision><timestamp>2025-02-01T00:00:00Z</timestamp><text>old</text></revision></page>
        """;

    assertThat(pages.text(page)).hasValue("new");
  }

  @Test
  void aTextOutsideRevisionsIsNone() throws XMLStreamException {
    String upload = "<page><ns>0</ns><upload><text>of a file</text></upload>%s</page>";

    assertThat(pages.text(upload.formatted(""))).isEmpty();
    assertThat(pages.text(upload.formatted("<revision><text>cow</text></revision>")))
        .hasValue("cow");
  }

  @Test
  void whatOnePageSaysIsForgottenWithIt() throws XMLStreamException {
    String other =
        "<page><ns>0</ns><revision><timestamp>2026-01-01T00:00:00Z</timestamp>"
            + "<model>json</model><text>{}</text></revision></page>";

    assertThat(pages.text(other)).isEmpty();
    assertThat(pages.text("<page><text>no revision</text></page>")).isEmpty();
    assertThat(pages.text("<page><revision><text>cow</text></revision></page>")).hasValue("cow");
  }

  @Test
  void aPageOfAnOldDumpHasNeitherNamespaceNorModel() throws XMLStreamException {
    assertThat(pages.text("<page><revision><text>text</text></revision></page>")).hasValue("text");
    assertThat(pages.text(PAGE.formatted("\n#redirect [[Elsewhere]]"))).isEmpty();
  }

  @Test
  void entitiesOfXmlAreRead() throws XMLStreamException {
    assertThat(pages.text(PAGE.formatted("&lt;&amp;&gt;&quot;&apos;&#233;&#x1f600;")))
        .hasValue("<&>\"'é\ud83d\ude00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<page><ns>0</ns><revision><text>text</revision></text></page>",
        "<page><ns>0</ns><revision><text>a & b</text></revision></page>",
        "<page><ns>0</ns><revision><text>&nbsp;</text></revision></page>",
        "<page><ns>0</ns><revision><text>\u0001</text></revision></page>",
        "<page><ns>0</ns></page><page></page>",
        "<!DOCTYPE page [<!ENTITY a 'aaaa'>]><page><text>&a;</text></page>",
        "<page><ns>0</ns><revision><text>text</text></revision>",
        "<page><ns><b/></ns></page>",
        "<page"
      })
  void whatIsNotWellFormedIsRefused(String page) {
    assertThatThrownBy(() -> pages.text(page)).isInstanceOf(XMLStreamException.class);
  }

  private static String lines(String text) {
    return String.join("\n", text.lines().filter(line -> !line.isBlank()).toList());
  }
}
