package org.mitchell.cli.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mitchell.cli.options.UsageException;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.cluster.CorpusJob;
import org.mitchell.corpus.cluster.PartialCounts;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.formats.TextSource;
import org.mitchell.files.FullPath;

/** Has a cluster count texts. */
final class SparkCount {
  private final SparkOptions options;
  private final CorpusOptions corpus;

  SparkCount(SparkOptions options, CorpusOptions corpus) {
    this.options = options;
    this.corpus = corpus;
  }

  Cooccurrences count(Counting counting, List<TextSource> sources) throws IOException {
    var job = new CorpusJob(counting, corpus.reading(), corpus.skipsDamage(), absolute(sources));
    var counts = new SparkRun(options, "mitchell corpus count").of(job.job(), PartialCounts.class);
    return job.counts(counts, corpus.skipped());
  }

  private static List<CorpusFile> absolute(List<TextSource> sources) {
    var files = new ArrayList<CorpusFile>();
    for (var source : sources) {
      if (source instanceof CorpusFile file && file.size().isPresent()) {
        files.add(new CorpusFile(FullPath.of(file.file())));
      } else {
        throw new UsageException(
            source.name() + ": a cluster reads files only. Save the text in one");
      }
    }
    return files;
  }
}
