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
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.ParticipantOptions;
import org.mitchell.data.Download;
import org.mitchell.data.Downloaded;
import org.mitchell.data.ParticipantFile;
import org.mitchell.data.ParticipantFiles;
import org.mitchell.data.Subjects;
import org.mitchell.provenance.TypedCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mitchell data}: what is here, and the public files from CMU. */
@Command(
    name = "data",
    description = "List participants' files, and download the public ones from CMU.",
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
      description = "Download participants' files from CMU; a download that broke is resumed.",
      mixinStandardHelpOptions = true)
  static final class Get implements Callable<Integer> {
    @Parameters(
        paramLabel = "LABEL",
        arity = "1..*",
        description = "P1 to P9; also P1,P2 or P1..P9")
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
                + " that)")
    private Optional<URI> from = Optional.empty();

    @Option(
        names = "--force",
        description = "replace a file that is here but is not what was first downloaded")
    private boolean force;

    @Mixin private CommonOptions common;

    @Override
    public Integer call() throws IOException {
      Download source = from.map(Download::of).orElseGet(Download::fromCmu);
      Download download = force ? source.replacing() : source;
      var summaries = new ArrayList<Map<String, Object>>();
      for (String label : Subjects.parse(String.join(",", labels), data)) {
        Downloaded file = download.get(label, data, common.progress());
        common.print(
            "%s: %s, %,d bytes, SHA-256 %s"
                .formatted(
                    file.path(),
                    file.alreadyThere()
                        ? "already here"
                        : file.resumed() ? "resumed" : "downloaded",
                    file.bytes(),
                    file.sha256()));
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

    private static Map<String, Object> summary(String label, Downloaded file) {
      var summary = new LinkedHashMap<String, Object>();
      summary.put("subject", label);
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
