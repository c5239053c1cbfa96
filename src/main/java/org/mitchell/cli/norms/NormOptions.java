package org.mitchell.cli.norms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.norms.Norm;
import org.mitchell.provenance.Provenance;
import org.mitchell.tables.TableRules;
import org.mitchell.vectors.WordVectors;
import picocli.CommandLine.Mixin;

/** What all commands of norms take: by what a norm is predicted, and how files are read. */
final class NormOptions {
  @Mixin private RegressionOptions regression;
  @Mixin private NormTableOptions tables;

  RegressionOptions regression() {
    return regression;
  }

  /** How tables of norms and lists of words are read. */
  TableRules rules(CommonOptions common) {
    return tables.rules(common);
  }

  /** The vectors of rated words and of others, whatever their case. */
  WordVectors vectors(Path file, List<Norm> norms, Collection<String> others, CommonOptions common)
      throws IOException {
    return tables.vectors(file, norms, others, common);
  }

  /**
   * Where results come from.
   *
   * @param inputs the files that were read
   * @param usualRepeats where nobody says how many
   */
  Provenance provenance(List<Path> inputs, int usualRepeats, CommonOptions common)
      throws IOException {
    return Provenance.of(
            common.commandWords(), common.inputs().of(inputs), regression.json(usualRepeats))
        .withSeed(regression.seed());
  }
}
