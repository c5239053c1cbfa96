package org.mitchell.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.mitchell.cli.Mitchell;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** A page of every command, from what the commands say of themselves: for man, and for the site. */
final class ManualPages {
  private ManualPages() {}

  /**
   * Writes AsciiDoc into the first folder, {@code mitchell-COMMAND.1} into the second, and a page
   * of every command's help with an index of all into the third.
   */
  public static void main(String[] args) throws IOException {
    writeManual(
        Files.createDirectories(Path.of(args[0])), Files.createDirectories(Path.of(args[1])));
    writeSite(Files.createDirectories(Path.of(args[2])));
  }

  private static void writeManual(Path source, Path manual) throws IOException {
    ManPageGenerator.generateManPage(
        source.toFile(), null, new boolean[0], false, Mitchell.model().getCommandSpec());
    Options options =
        Options.builder()
            .toDir(manual.toFile())
            .safe(SafeMode.UNSAFE)
            .standalone(true)
            .backend("manpage")
            .attributes(Attributes.builder().attribute("reproducible", true).build())
            .build();
    try (Asciidoctor asciidoctor = Asciidoctor.Factory.create();
        Stream<Path> pages = Files.list(source)) {
      for (Path page : pages.sorted().toList()) {
        asciidoctor.convertFile(page.toFile(), options);
      }
    }
  }

  private static void writeSite(Path site) throws IOException {
    var index =
        new StringBuilder("<p>What <code>mitchell COMMAND --help</code> prints.</p>\n<ul>\n");
    for (CommandLine command : commands(Mitchell.commandLine())) {
      CommandSpec spec = command.getCommandSpec();
      String name = spec.qualifiedName(" ");
      String file = name.replace(' ', '-');
      write(
          site.resolve(file),
          name,
          "<pre>" + escaped(command.getUsageMessage(Ansi.OFF)) + "</pre>");
      index.append("<li><a href=\"%s.html\">%s</a></li>%n".formatted(file, name));
    }
    write(site.resolve("index"), "Commands and their options", index + "</ul>");
  }

  private static void write(Path page, String title, String body) throws IOException {
    Files.writeString(
        page.resolveSibling(page.getFileName() + ".xhtml"),
        """
        <html xmlns="http://www.w3.org/1999/xhtml">
        <head><title>%1$s</title></head>
        <body>
        <h1>%1$s</h1>
        %2$s
        </body>
        </html>
        """
            .formatted(title, body));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static List<CommandLine> commands(CommandLine from) {
    var all = new ArrayList<>(List.of(from));
    from.getSubcommands().values().forEach(below -> all.addAll(commands(below)));
    return all;
  }
}
