package org.mitchell.cli.options;

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
public abstract class Choices<E extends Enum<E>> implements Iterable<String>, ITypeConverter<E> {
  private final List<E> values;

  protected Choices(E[] values) {
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

  public static final class DuplicateRules extends Choices<Duplicates> {
    public DuplicateRules() {
      super(Duplicates.values());
    }
  }

  public static final class RulesOfUnknownWords extends Choices<UnknownWords> {
    public RulesOfUnknownWords() {
      super(UnknownWords.values());
    }
  }

  public static final class OnErrors extends Choices<OnError> {
    public OnErrors() {
      super(OnError.values());
    }
  }

  public static final class Scales extends Choices<Scale> {
    public Scales() {
      super(Scale.values());
    }
  }

  public static final class Presets extends Choices<Preset> {
    public Presets() {
      super(Preset.values());
    }
  }

  public static final class Metrics extends Choices<Metric> {
    public Metrics() {
      super(Metric.values());
    }
  }

  public static final class MatchRules extends Choices<MatchRule> {
    public MatchRules() {
      super(MatchRule.values());
    }
  }

  public static final class Relabellings extends Choices<Relabelling> {
    public Relabellings() {
      super(Relabelling.values());
    }
  }

  public static final class Pers extends Choices<Penalty.Per> {
    public Pers() {
      super(Penalty.Per.values());
    }
  }

  public static final class Errors extends Choices<Penalty.Error> {
    public Errors() {
      super(Penalty.Error.values());
    }
  }

  public static final class DocumentRules extends Choices<DocumentRule> {
    public DocumentRules() {
      super(DocumentRule.values());
    }
  }

  public static final class WindowWeights extends Choices<WindowWeight> {
    public WindowWeights() {
      super(WindowWeight.values());
    }
  }

  public static final class FormsOfVerbs extends Choices<VerbForms> {
    public FormsOfVerbs() {
      super(VerbForms.values());
    }
  }

  public static final class Themes extends Choices<Theme> {
    public Themes() {
      super(Theme.values());
    }
  }

  public static final class GlassViews extends Choices<GlassView> {
    public GlassViews() {
      super(GlassView.values());
    }
  }

  public static final class SurfaceViews extends Choices<SurfaceView> {
    public SurfaceViews() {
      super(SurfaceView.values());
    }
  }

  public static final class Conventions extends Choices<Convention> {
    public Conventions() {
      super(Convention.values());
    }
  }

  public static final class Weightings extends Choices<Weighting> {
    public Weightings() {
      super(Weighting.values());
    }
  }

  public static final class Statistics extends Choices<MapStatistic> {
    public Statistics() {
      super(MapStatistic.values());
    }
  }

  public static final class Groups extends Choices<MapPlan.Group> {
    public Groups() {
      super(MapPlan.Group.values());
    }
  }
}
