package org.mitchell;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mitchell.encoding.Penalty;

/** The plan of the house: a package imports only what stands below it. */
@AnalyzeClasses(packages = "org.mitchell", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.mitchell.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theFoldersOfTheCorpusHaveNoCycles =
      slices().matching("org.mitchell.corpus.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theFoldersOfTheEvaluationHaveNoCycles =
      slices().matching("org.mitchell.evaluation.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theFoldersOfTheMapsHaveNoCycles =
      slices().matching("org.mitchell.maps.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theFamiliesOfCommandsHaveNoCycles =
      slices().matching("org.mitchell.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule familiesOfCommandsKnowNothingOfTheStart =
      noClasses()
          .that()
          .resideInAPackage("org.mitchell.cli.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.mitchell.cli");

  @ArchTest
  static final ArchRule theFoldersOfTheAnalysisHaveNoCycles =
      slices().matching("org.mitchell.analysis.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theCountingCoreKnowsNothingOfFilesAndEngines =
      noClasses()
          .that()
          .resideInAPackage("org.mitchell.corpus.scan..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.mitchell.corpus.formats..",
                  "org.mitchell.corpus.local..",
                  "org.mitchell.corpus.cluster..",
                  "org.mitchell.corpus.words..",
                  "java.nio.file.."));

  @ArchTest
  static final ArchRule aPackageImportsOnlyWhatStandsBelowIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("org.mitchell.cli..")
          .layer("report")
          .definedBy("org.mitchell.report..")
          .layer("view")
          .definedBy("org.mitchell.view..")
          .layer("study")
          .definedBy("org.mitchell.study..")
          .layer("figures")
          .definedBy("org.mitchell.figures..")
          .layer("derivatives")
          .definedBy("org.mitchell.derivatives..")
          .layer("analysis")
          .definedBy("org.mitchell.analysis..")
          .layer("inference")
          .definedBy("org.mitchell.inference..")
          .layer("similarity")
          .definedBy("org.mitchell.similarity..")
          .layer("maps")
          .definedBy("org.mitchell.maps..")
          .layer("bids")
          .definedBy("org.mitchell.bids..")
          .layer("images")
          .definedBy("org.mitchell.images..")
          .layer("trials")
          .definedBy("org.mitchell.trials..")
          .layer("evaluation")
          .definedBy("org.mitchell.evaluation..")
          .layer("simulation")
          .definedBy("org.mitchell.simulation..")
          .layer("encoding")
          .definedBy("org.mitchell.encoding..")
          .layer("encoders")
          .definedBy("org.mitchell.encoders..")
          .layer("norms")
          .definedBy("org.mitchell.norms..")
          .layer("features")
          .definedBy("org.mitchell.features..")
          .layer("fmri")
          .definedBy("org.mitchell.fmri..")
          .layer("corpus")
          .definedBy("org.mitchell.corpus..")
          .layer("data")
          .definedBy("org.mitchell.data..")
          .layer("provenance")
          .definedBy("org.mitchell.provenance..")
          .layer("nifti")
          .definedBy("org.mitchell.nifti..")
          .layer("gifti")
          .definedBy("org.mitchell.gifti..")
          .layer("cifti")
          .definedBy("org.mitchell.cifti..")
          .layer("paper")
          .definedBy("org.mitchell.paper..")
          .layer("random")
          .definedBy("org.mitchell.random..")
          .layer("jobs")
          .definedBy("org.mitchell.jobs..")
          .layer("matlab")
          .definedBy("org.mitchell.matlab..")
          .layer("tables")
          .definedBy("org.mitchell.tables..")
          .layer("vectors")
          .definedBy("org.mitchell.vectors..")
          .layer("words")
          .definedBy("org.mitchell.words..")
          .layer("files")
          .definedBy("org.mitchell.files..")
          .layer("text")
          .definedBy("org.mitchell.text..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("view")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("study")
          .mayOnlyBeAccessedByLayers("cli", "view")
          .whereLayer("figures")
          .mayOnlyBeAccessedByLayers("cli", "report", "view")
          .whereLayer("derivatives")
          .mayOnlyBeAccessedByLayers("cli", "study", "view", "report", "figures")
          .whereLayer("analysis")
          .mayOnlyBeAccessedByLayers("cli", "study", "view", "derivatives")
          .whereLayer("inference")
          .mayOnlyBeAccessedByLayers("cli", "study", "report", "derivatives", "analysis")
          .whereLayer("similarity")
          .mayOnlyBeAccessedByLayers("cli", "study", "derivatives")
          .whereLayer("maps")
          .mayOnlyBeAccessedByLayers(
              "cli",
              "study",
              "report",
              "view",
              "figures",
              "derivatives",
              "analysis",
              "inference",
              "similarity",
              "bids",
              "images")
          .whereLayer("bids")
          .mayOnlyBeAccessedByLayers("cli", "study")
          .whereLayer("images")
          .mayOnlyBeAccessedByLayers("cli", "study", "derivatives", "bids")
          .whereLayer("trials")
          .mayOnlyBeAccessedByLayers("cli", "study", "bids")
          .whereLayer("gifti")
          .mayOnlyBeAccessedByLayers("cli", "figures", "derivatives", "maps")
          .whereLayer("cifti")
          .mayOnlyBeAccessedByLayers("derivatives", "similarity", "images", "maps", "fmri")
          .whereLayer("simulation")
          .mayOnlyBeAccessedByLayers("cli", "analysis")
          .whereLayer("evaluation")
          .mayOnlyBeAccessedByLayers(
              "cli",
              "study",
              "view",
              "derivatives",
              "analysis",
              "inference",
              "similarity",
              "encoders")
          .whereLayer("encoding")
          .mayOnlyBeAccessedByLayers(
              "cli", "study", "view", "derivatives", "analysis", "inference", "evaluation", "norms")
          .whereLayer("encoders")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("norms")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("features")
          .mayOnlyBeAccessedByLayers("cli", "study", "figures", "derivatives", "analysis")
          .whereLayer("vectors")
          .mayOnlyBeAccessedByLayers("cli", "view", "features", "norms")
          .whereLayer("corpus")
          .mayOnlyBeAccessedByLayers("cli", "study", "features", "vectors", "norms")
          .whereLayer("matlab")
          .mayOnlyBeAccessedByLayers("fmri", "images")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers("cli", "study")
          .whereLayer("paper")
          .mayOnlyBeAccessedByLayers("cli", "study", "report", "features");

  @ArchTest
  static final ArchRule theImageCodecKnowsOnlyFiles =
      noClasses()
          .that()
          .resideInAPackage("org.mitchell.nifti..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.mitchell..")
                  .and(resideOutsideOfPackages("org.mitchell.nifti..", "org.mitchell.files..")));

  /** So that no image is believed that is none of voxels, or whose place is a guess. */
  @ArchTest
  static final ArchRule imagesAreReadInOneRoom =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.mitchell.nifti..", "org.mitchell.cifti..", "org.mitchell.maps.volumes..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.mitchell.nifti.NiftiReader");

  @ArchTest
  static final ArchRule grayordinatesKnowOnlyImagesFilesAndText =
      noClasses()
          .that()
          .resideInAPackage("org.mitchell.cifti..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.mitchell..")
                  .and(
                      resideOutsideOfPackages(
                          "org.mitchell.cifti..",
                          "org.mitchell.nifti..",
                          "org.mitchell.files..",
                          "org.mitchell.text..")));

  @ArchTest
  static final ArchRule tablesKnowOnlyFilesTextAndWords =
      noClasses()
          .that()
          .resideInAPackage("org.mitchell.tables..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.mitchell..")
                  .and(
                      resideOutsideOfPackages(
                          "org.mitchell.tables..",
                          "org.mitchell.files..",
                          "org.mitchell.text..",
                          "org.mitchell.words..")));

  /** Texts are what vectors are trained from; reading and asking needs none. */
  @ArchTest
  static final ArchRule onlyTrainingReadsTexts =
      noClasses()
          .that()
          .resideInAPackage("org.mitchell.vectors..")
          .and()
          .resideOutsideOfPackage("org.mitchell.vectors.training..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.mitchell.corpus..");

  @ArchTest
  static final ArchRule surfacesKnowOnlyFilesAndText =
      noClasses()
          .that()
          .resideInAPackage("org.mitchell.gifti..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.mitchell..")
                  .and(
                      resideOutsideOfPackages(
                          "org.mitchell.gifti..", "org.mitchell.files..", "org.mitchell.text..")));

  @ArchTest
  static final ArchRule theFoldersOfTheFiguresHaveNoCycles =
      slices().matching("org.mitchell.figures.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule textStandsOnNothing =
      noClasses()
          .that()
          .resideInAPackage("org.mitchell.text..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.mitchell..")
                  .and(resideOutsideOfPackages("org.mitchell.text..")));

  @ArchTest
  static final ArchRule theFloorImportsNoRoomAboveIt =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.mitchell.files..",
              "org.mitchell.jobs..",
              "org.mitchell.paper..",
              "org.mitchell.random..",
              "org.mitchell.text..",
              "org.mitchell.words..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.mitchell..")
                  .and(
                      resideOutsideOfPackages(
                          "org.mitchell.files..",
                          "org.mitchell.jobs..",
                          "org.mitchell.paper..",
                          "org.mitchell.random..",
                          "org.mitchell.text..",
                          "org.mitchell.words..")));

  @ArchTest
  static final ArchRule responsesKnowNoText =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.mitchell.fmri..", "org.mitchell.encoding..", "org.mitchell.evaluation..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.mitchell.corpus..",
                  "org.mitchell.features..",
                  "org.mitchell.vectors..",
                  "org.mitchell.data.."))
          .orShould()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.mitchell.inference..", "org.mitchell.maps..", "org.mitchell.simulation.."));

  @ArchTest
  static final ArchRule textsKnowNoResponses =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.mitchell.corpus..", "org.mitchell.features..", "org.mitchell.vectors..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.mitchell.fmri..",
                  "org.mitchell.nifti..",
                  "org.mitchell.encoding..",
                  "org.mitchell.evaluation.."));

  @ArchTest
  static final ArchRule linearAlgebraIsWhereTheModelIs =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.mitchell.encoding..",
              "org.mitchell.trials..",
              "org.mitchell.similarity..",
              "org.mitchell.norms.regression..")
          .and()
          .doNotHaveFullyQualifiedName("org.mitchell.fmri.Affine")
          .should()
          .dependOnClassesThat(resideInAPackage("org.ejml.."));

  /**
   * The program works without the library, which one room asks for and says where it is missing.
   */
  @ArchTest
  static final ArchRule modelsAreRunInOneRoom =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mitchell.encoders")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule onlyTheCommandLineParsesArgumentsAndDrawsBars =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mitchell.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("picocli..", "me.tongfei..");

  /** What is done is done in one room; those who ask for it say what came of it. */
  @ArchTest
  static final ArchRule useCasesKnowNothingOfWhoAsks =
      noClasses()
          .that()
          .resideInAPackage("org.mitchell.study..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.mitchell.cli..",
                  "org.mitchell.view..",
                  "org.mitchell.report..",
                  "org.mitchell.figures.."));

  /** Files of a kind have one form, which no analysis knows. */
  @ArchTest
  static final ArchRule whatFilesSayKnowsNoAnalysis =
      noClasses()
          .that()
          .resideInAPackage("org.mitchell.derivatives.contents..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.mitchell..")
                  .and(
                      resideOutsideOfPackages(
                          "org.mitchell.derivatives.contents..",
                          "org.mitchell.files..",
                          "org.mitchell.provenance..")));

  @ArchTest
  static final ArchRule onlyFiguresDraw =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mitchell.figures..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mitchell.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule staticFieldsAreConstant = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule noFieldIsPublicUnlessConstant =
      noFields().that().areNotFinal().should().bePublic();

  @ArchTest
  static final ArchRule noClassIsADumpingGround =
      noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager)");

  /**
   * Where outputs are made nothing stands in an order that is another in every process; maps of one
   * entry have none.
   */
  @ArchTest
  static final ArchRule whatIsWrittenIsInNoOrderOfItsProcess =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.mitchell.cli..",
              "org.mitchell.report..",
              "org.mitchell.view..",
              "org.mitchell.study..",
              "org.mitchell.figures..",
              "org.mitchell.derivatives..",
              "org.mitchell.analysis..",
              "org.mitchell.inference..",
              "org.mitchell.similarity..",
              "org.mitchell.maps..",
              "org.mitchell.evaluation..",
              "org.mitchell.simulation..",
              "org.mitchell.provenance..")
          .should()
          .callMethodWhere(
              new DescribedPredicate<JavaMethodCall>(
                  "makes a map or set in the order of its salt") {
                @Override
                public boolean test(JavaMethodCall call) {
                  var owner = call.getTargetOwner();
                  int given = call.getTarget().getRawParameterTypes().size();
                  return switch (call.getName()) {
                    case "of" -> owner.isEquivalentTo(Map.class) && given > 2;
                    case "ofEntries" -> owner.isEquivalentTo(Map.class);
                    case "copyOf" ->
                        owner.isEquivalentTo(Map.class) || owner.isEquivalentTo(Set.class);
                    case "toUnmodifiableMap", "toUnmodifiableSet" ->
                        owner.isEquivalentTo(Collectors.class);
                    default -> false;
                  };
                }
              });

  /**
   * Given, chosen or one a voxel: those above ask for models, not for what kind of penalty it is.
   */
  @ArchTest
  static final ArchRule onlyTheEncodingTellsPenaltiesApart =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.mitchell.encoding..")
          .should(
              new ArchCondition<JavaClass>("ask which kind a penalty is") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  item.getInstanceofChecks().stream()
                      .filter(check -> check.getRawType().isAssignableTo(Penalty.class))
                      .forEach(
                          check ->
                              events.add(SimpleConditionEvent.satisfied(item, check.toString())));
                }
              });

  /** So that every scheme chooses its voxels and goes over its folds in the one way. */
  @ArchTest
  static final ArchRule foldsAreGoneOverInOneRoom =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.mitchell.evaluation.folds..", "org.mitchell.evaluation.stability..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.mitchell.evaluation.stability.VoxelSelection")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.mitchell.evaluation.folds.FoldVoxels");
}
