package jp.tenken.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Rules about packages and modules: what each says of itself and whom it may know. */
final class PackageRules {

    private PackageRules() {}

    /**
     * Nullness is checked in marked packages only; one that is not marked is not checked at all.
     */
    static HouseRule everyPackageIsNullMarked() {
        return new HouseRule(
                "every package has a package-info with @NullMarked",
                module -> {
                    List<String> unmarked =
                            module.classes().stream()
                                    .map(JavaClass::getPackage)
                                    .distinct()
                                    .filter(
                                            each ->
                                                    each.tryGetPackageInfo()
                                                            .filter(
                                                                    info ->
                                                                            info.isAnnotatedWith(
                                                                                    NullMarked
                                                                                            .class))
                                                            .isEmpty())
                                    .map(each -> each.getName())
                                    .toList();
                    assertThat(module.classes()).as("classes of the module").isNotEmpty();
                    assertThat(unmarked).as("packages without @NullMarked").isEmpty();
                });
    }

    /** Package by package, so that each can be understood without those that use it. */
    static HouseRule noCycles() {
        return HouseRule.of(
                "packages are free of cycles",
                slices().assignedFrom(
                                new SliceAssignment() {
                                    @Override
                                    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                                        return SliceIdentifier.of(javaClass.getPackageName());
                                    }

                                    @Override
                                    public String getDescription() {
                                        return "packages";
                                    }
                                })
                        .should()
                        .beFreeOfCycles());
    }

    /**
     * Of our own modules it knows only itself and these.
     *
     * @param known package roots
     */
    static HouseRule knowsOfOurModulesOnly(String root, String... known) {
        String[] allowed =
                Stream.concat(Stream.of(root), Stream.of(known))
                        .map(each -> each + "..")
                        .toArray(String[]::new);
        return HouseRule.of(
                root + " knows of our modules only itself and " + List.of(known),
                noClasses()
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("jp.tenken..")
                                        .and(not(resideInAnyPackage(allowed)))));
    }

    /**
     * It stays free of these.
     *
     * @param foreign package patterns
     */
    static HouseRule knowsNothingOf(String... foreign) {
        return HouseRule.of(
                "nothing is known of " + String.join(", ", foreign),
                noClasses().should().dependOnClassesThat().resideInAnyPackage(foreign));
    }

    /**
     * It stands on these, and on nothing that is not named here.
     *
     * @param known package patterns
     */
    static HouseRule knowsNothingBut(String... known) {
        return HouseRule.of(
                "nothing is known but " + String.join(", ", known),
                classes().should().onlyDependOnClassesThat().resideInAnyPackage(known));
    }
}
