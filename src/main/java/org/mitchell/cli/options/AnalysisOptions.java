package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mitchell.provenance.Provenance;
import org.mitchell.random.RandomStreams;
import org.mitchell.tables.TableRules;
import picocli.CommandLine.Mixin;

/**
 * What commands that analyse several participants together have beside participants and model:
 * where results go, how tables are read, and the seed.
 */
public final class AnalysisOptions {
  @Mixin private ResultsFolder out;
  @Mixin private TableOptions tables;
  @Mixin private ChanceOptions chance;

  /** Where results go. */
  public Path out() {
    return out.path();
  }

  public long seed() {
    return chance.seed();
  }

  /** Random numbers of the seed. */
  public RandomStreams streams() {
    return new RandomStreams(chance.seed());
  }

  /** How tables are read; see {@link TableOptions#rules(CommonOptions)}. */
  public TableRules rules(CommonOptions common) {
    return tables.rules(common);
  }

  /** The participants, whose images of trials go where results do. */
  public Participants participants(
      ParticipantOptions participants, BidsOptions bids, CommonOptions common) throws IOException {
    return new Participants(participants, bids, tables, common, out.path());
  }

  /** Where a result comes from that rests on these files and the seed. */
  public Provenance provenance(List<Provenance.Input> inputs, CommonOptions common)
      throws IOException {
    return Provenance.of(common.commandWords(), inputs, Map.of()).withSeed(chance.seed());
  }
}
