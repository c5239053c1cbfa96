package org.mitchell.cli.participants;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.ParticipantOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.data.Download;
import org.mitchell.data.Downloaded;
import org.mitchell.data.ParticipantFile;
import org.mitchell.data.ParticipantFiles;
import org.mitchell.data.Subjects;
import org.mitchell.data.Template;
import org.mitchell.files.InputException;
import org.mitchell.provenance.TypedCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mitchell data}: what is here, and the public files from CMU. */
@Command(
    name = "data",
    description =
        "List participants' files, and download public ones: participants from CMU, standard brains"
            + " from TemplateFlow.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {DataCommand.ListFiles.class, DataCommand.Get.class})
public final class DataCommand {
  @Command(
      name = "list",
      description = "List the participants whose files are in a folder.",
      mixinStandardHelpOptions = true)
  static final class ListFiles implements Callable<Integer> {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "the folder (default: ${DEFAULT-VALUE})")
    private Path data = ParticipantOptions.DATA;

    @Mixin private CommonOptions common;

    @Override
    public Integer call() throws IOException {
      List<ParticipantFile> files = ParticipantFiles.list(data);
      for (ParticipantFile file : files) {
        common.print("%-6s %,14d bytes  %s".formatted(file.label(), file.bytes(), file.path()));
      }
      if (files.isEmpty()) {
        common.print(
            "No participant's file in "
                + data
                + ". The public ones: "
                + TypedCommand.mitchell("data", "get", "P1")
                + " (P1 to P9)");
      }
      common.printJson(Map.of("files", files.stream().map(ListFiles::summary).toList()));
      return 0;
    }

    private static Map<String, Object> summary(ParticipantFile file) {
      var summary = new LinkedHashMap<String, Object>();
      summary.put("subject", file.label());
      summary.put("path", file.path().toString());
      summary.put("bytes", file.bytes());
      return summary;
    }
  }

  @Command(
      name = "get",
      description =
          "Download participants' files from CMU, or a standard brain from TemplateFlow; a download"
              + " that broke is resumed.",
      footer = {
        "",
        "Standard brains are asked for as 'template NAME': MNI152NLin2009cAsym or MNI152NLin6Asym"
            + " (the head at 1 mm and the mask of its brain), fsaverage5 (pial and white surface,"
            + " sulci). They go below DIR/templates. figure, report and view use them from"
            + " data/templates by themselves where a map's space is known to be theirs, or by name"
            + " (--background NAME)."
      },
      mixinStandardHelpOptions = true)
  static final class Get implements Callable<Integer> {
    private static final String TEMPLATE = "template";

    @Parameters(
        paramLabel = "LABEL",
        arity = "1..*",
        description = "P1 to P9; also P1,P2 or P1..P9; or template and a name")
    private List<String> labels;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "where to (default: ${DEFAULT-VALUE})")
    private Path data = ParticipantOptions.DATA;

    @Option(
        names = "--from",
        paramLabel = "URL",
        description =
            "a mirror's folder (default: CMU's, by https, and by http where it does not answer to"
                + " that; TemplateFlow's for templates)")
    private Optional<URI> from = Optional.empty();

    @Option(
        names = "--force",
        description = "replace a file that is here but is not what was first downloaded")
    private boolean force;

    @Mixin private CommonOptions common;

    @Override
    public Integer call() throws IOException {
      if (labels.get(0).equals(TEMPLATE)) {
        return templates(labels.subList(1, labels.size()));
      }
      Download download = from(Download::fromCmu);
      var summaries = new ArrayList<Map<String, Object>>();
      for (String label : participants()) {
        Downloaded file = download.get(label, data, common.progress());
        print(file);
        if (file.unprotected()) {
          common.note(
              label
                  + " came over plain http, which nobody vouches for: compare its SHA-256 with that"
                  + " of somebody who has the file");
        }
        summaries.add(summary(label, file));
      }
      common.printJson(Map.of("files", summaries));
      return 0;
    }

    private List<String> participants() throws IOException {
      try {
        return Subjects.parse(String.join(",", labels), data);
      } catch (IllegalArgumentException e) {
        throw new InputException(e.getMessage(), e);
      }
    }

    private Download from(Supplier<Download> usual) {
      Download source;
      try {
        source = from.map(Download::of).orElseGet(usual);
      } catch (IllegalArgumentException e) {
        throw new InputException("--from: " + e.getMessage(), e);
      }
      return force ? source.replacing() : source;
    }

    private void print(Downloaded file) {
      common.print(
          "%s: %s, %,d bytes, SHA-256 %s"
              .formatted(
                  file.path(),
                  file.alreadyThere() ? "already here" : file.resumed() ? "resumed" : "downloaded",
                  file.bytes(),
                  file.sha256()));
    }

    private int templates(List<String> names) throws IOException {
      var summaries = new ArrayList<Map<String, Object>>();
      for (Template template : templatesOf(names)) {
        for (Downloaded file :
            from(Download::fromTemplateFlow).get(template, data, common.progress())) {
          print(file);
          summaries.add(summary("template", template.name(), file));
        }
        common.print("%s: %s".formatted(template.name(), template.licence()));
      }
      common.printJson(Map.of("files", summaries));
      return 0;
    }

    private static List<Template> templatesOf(List<String> names) {
      if (names.isEmpty()) {
        throw new UsageException(
            "template: the name of a template is expected: " + String.join(", ", Template.names()));
      }
      return names.stream().flatMap(list -> Stream.of(list.split(","))).map(Get::template).toList();
    }

    private static Template template(String name) {
      return Template.named(name)
          .orElseThrow(
              () ->
                  new UsageException(
                      "template: got '%s' where one of %s is expected"
                          .formatted(name, String.join(", ", Template.names()))));
    }

    private static Map<String, Object> summary(String label, Downloaded file) {
      return summary("subject", label, file);
    }

    private static Map<String, Object> summary(String of, String label, Downloaded file) {
      var summary = new LinkedHashMap<String, Object>();
      summary.put(of, label);
      summary.put("path", file.path().toString());
      summary.put("bytes", file.bytes());
      summary.put("sha256", file.sha256());
      summary.put("resumed", file.resumed());
      summary.put("alreadyThere", file.alreadyThere());
      summary.put("from", file.from().map(URI::toString).orElse(null));
      return summary;
    }
  }
}
