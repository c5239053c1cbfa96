package org.mitchell.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.mitchell.analysis.maps.MapPlan;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.WindowWeight;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.encoding.Penalty;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.features.Weighting;
import org.mitchell.figures.Theme;
import org.mitchell.figures.brain.Convention;
import org.mitchell.figures.brain.GlassView;
import org.mitchell.figures.brain.SurfaceView;
import org.mitchell.maps.MapStatistic;
import org.mitchell.tables.Duplicates;
import org.mitchell.tables.UnknownWords;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values of an option that takes one of a few words, in lower case as they are typed. */
abstract class Choices<E extends Enum<E>> implements Iterable<String>, ITypeConverter<E> {
  private final List<E> values;

  private Choices(E[] values) {
    this.values = List.of(values);
  }

  @Override
  public Iterator<String> iterator() {
    return values.stream().map(Choices::word).iterator();
  }

  @Override
  public E convert(String text) {
    return values.stream()
        .filter(value -> word(value).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "got '%s' where one of %s is expected"
                        .formatted(
                            text, String.join(", ", values.stream().map(Choices::word).toList()))));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static final class DuplicateRules extends Choices<Duplicates> {
    DuplicateRules() {
      super(Duplicates.values());
    }
  }

  static final class RulesOfUnknownWords extends Choices<UnknownWords> {
    RulesOfUnknownWords() {
      super(UnknownWords.values());
    }
  }

  static final class Scales extends Choices<Scale> {
    Scales() {
      super(Scale.values());
    }
  }

  static final class Presets extends Choices<Preset> {
    Presets() {
      super(Preset.values());
    }
  }

  static final class Metrics extends Choices<Metric> {
    Metrics() {
      super(Metric.values());
    }
  }

  static final class MatchRules extends Choices<MatchRule> {
    MatchRules() {
      super(MatchRule.values());
    }
  }

  static final class SchemeNames extends Choices<SchemeName> {
    SchemeNames() {
      super(SchemeName.values());
    }
  }

  static final class Relabellings extends Choices<Relabelling> {
    Relabellings() {
      super(Relabelling.values());
    }
  }

  static final class Pers extends Choices<Penalty.Per> {
    Pers() {
      super(Penalty.Per.values());
    }
  }

  static final class Errors extends Choices<Penalty.Error> {
    Errors() {
      super(Penalty.Error.values());
    }
  }

  static final class DocumentRules extends Choices<DocumentRule> {
    DocumentRules() {
      super(DocumentRule.values());
    }
  }

  static final class WindowWeights extends Choices<WindowWeight> {
    WindowWeights() {
      super(WindowWeight.values());
    }
  }

  static final class Formats extends Choices<CorpusOptions.Format> {
    Formats() {
      super(CorpusOptions.Format.values());
    }
  }

  static final class Engines extends Choices<SparkOptions.Engine> {
    Engines() {
      super(SparkOptions.Engine.values());
    }
  }

  static final class OnErrors extends Choices<CorpusOptions.OnError> {
    OnErrors() {
      super(CorpusOptions.OnError.values());
    }
  }

  static final class FormsOfVerbs extends Choices<VerbForms> {
    FormsOfVerbs() {
      super(VerbForms.values());
    }
  }

  static final class Themes extends Choices<Theme> {
    Themes() {
      super(Theme.values());
    }
  }

  static final class GlassViews extends Choices<GlassView> {
    GlassViews() {
      super(GlassView.values());
    }
  }

  static final class SurfaceViews extends Choices<SurfaceView> {
    SurfaceViews() {
      super(SurfaceView.values());
    }
  }

  static final class Conventions extends Choices<Convention> {
    Conventions() {
      super(Convention.values());
    }
  }

  static final class Weightings extends Choices<Weighting> {
    Weightings() {
      super(Weighting.values());
    }
  }

  static final class Statistics extends Choices<MapStatistic> {
    Statistics() {
      super(MapStatistic.values());
    }
  }

  static final class Groups extends Choices<MapPlan.Group> {
    Groups() {
      super(MapPlan.Group.values());
    }
  }

  static final class Methods extends Choices<FigureWordsCommand.Method> {
    Methods() {
      super(FigureWordsCommand.Method.values());
    }
  }

  static final class SimilaritiesOf extends Choices<FigureSimilarityCommand.Of> {
    SimilaritiesOf() {
      super(FigureSimilarityCommand.Of.values());
    }
  }
}
