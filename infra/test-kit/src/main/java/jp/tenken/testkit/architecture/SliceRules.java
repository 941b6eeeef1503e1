package jp.tenken.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;

/** Rules for the slices of a service: {@code <root>.<area>.<slice>}. */
final class SliceRules {

    private static final String REJECTION = "jp.tenken.kernel.Rejection";
    private static final Set<String> DEFECTS =
            Set.of("java.lang.IllegalStateException", "java.lang.MatchException");

    private SliceRules() {}

    /** A slice can be read, changed and thrown away without looking at another one. */
    static HouseRule slicesDoNotSeeEachOther(String root) {
        return HouseRule.of(
                "slices do not see each other",
                slices().matching(root + ".(*).(*)..").should().notDependOnEachOther());
    }

    /**
     * The door of a slice is its configuration; handlers, endpoints and projections stay inside.
     */
    static HouseRule insidesArePackagePrivate() {
        return HouseRule.of(
                "handlers, endpoints and projections are package-private",
                classes()
                        .that(named("Handler", "Endpoint", "Projection"))
                        .should()
                        .bePackagePrivate()
                        .andShould()
                        .haveModifier(JavaModifier.FINAL));
    }

    /**
     * As {@link #insidesArePackagePrivate}, where slices have no configuration of their own: the
     * service's door makes the endpoints of all of them, so these are public. That no other slice
     * uses them is the rule of {@link #slicesDoNotSeeEachOther}.
     */
    static HouseRule endpointsAreFinal() {
        return HouseRule.of(
                "endpoints are final",
                classes().that(named("Endpoint")).should().haveModifier(JavaModifier.FINAL));
    }

    /**
     * Whoever is turned down by a rule is told so by a rejection with a code. What is left is a
     * defect of the program itself: an {@link IllegalStateException}, or what the compiler throws
     * where a switch has no case.
     */
    static HouseRule whatDecidesOnlyRejects() {
        return HouseRule.of(
                "what decides throws nothing but rejections, and illegal states for its own defects",
                noClasses()
                        .that(areNeitherEndpointNorDoor())
                        .should()
                        .callConstructorWhere(
                                describe(
                                        "makes a failure that is no rejection",
                                        call ->
                                                call.getTargetOwner()
                                                                .isAssignableTo(Throwable.class)
                                                        && !call.getTargetOwner()
                                                                .isAssignableTo(REJECTION)
                                                        && !DEFECTS.contains(
                                                                call.getTargetOwner().getName()))));
    }

    /** A slice says what is wrong, by a code; which status that is, the edge knows. */
    static HouseRule onlyTheEdgeKnowsStatuses() {
        return HouseRule.of(
                "only the edge knows HTTP statuses",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("org\\.springframework\\.http\\.HttpStatus(Code)?"));
    }

    /**
     * What decides knows the domain and Axon's annotations; HTTP, storage and assembly are other
     * files' business.
     */
    static HouseRule onlyEndpointsAndDoorsKnowTheEdge() {
        return HouseRule.of(
                "only endpoints, configurations and the service's door know HTTP or assembly",
                noClasses()
                        .that(areNeitherEndpointNorDoor())
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework..", "reactor..", "jp.tenken.runtime.."));
    }

    /**
     * A service sees storage through ports only, and the event store through commands and views
     * only.
     */
    static HouseRule storageStaysBehindItsPorts() {
        return PackageRules.knowsNothingOf(
                "jp.tenken.storage..",
                "jp.tenken.eventstore.append..",
                "jp.tenken.eventstore.tail..",
                "jp.tenken.eventstore.format..",
                "jp.tenken.eventstore.tck..",
                "java.sql..",
                "javax.sql..",
                "org.sqlite..",
                "com.mongodb..");
    }

    /**
     * A handler answers with its decision and appends nothing itself. Axon 5.0.1 applies what is
     * appended to every state that is loaded in the unit of work, so a handler that went on after
     * that would decide on states that its own events have changed.
     */
    static HouseRule decisionsAreAnswers() {
        return HouseRule.of(
                "no handler appends events itself",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName(
                                "org.axonframework.messaging.eventhandling.gateway.EventAppender"));
    }

    /** Everything but endpoints and doors: commands, states, handlers, what they share. */
    static DescribedPredicate<JavaClass> decides() {
        return describe(
                "something is decided",
                each ->
                        !outermost(each)
                                .getSimpleName()
                                .matches(
                                        ".*(Endpoint|Endpoints|Configuration|Service|Application)"));
    }

    private static DescribedPredicate<JavaClass> named(String... endings) {
        return describe(
                "are top-level and end with " + String.join(", ", endings),
                each -> {
                    for (String ending : endings) {
                        if (each.isTopLevelClass() && each.getSimpleName().endsWith(ending)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    private static JavaClass outermost(JavaClass each) {
        return each.getEnclosingClass().map(SliceRules::outermost).orElse(each);
    }

    private static DescribedPredicate<JavaClass> areNeitherEndpointNorDoor() {
        return describe(
                "are neither an endpoint nor a door",
                each ->
                        !outermost(each)
                                .getSimpleName()
                                .matches(
                                        ".*(Endpoint|Endpoints|Configuration|Service|Application|package-info)"));
    }
}
