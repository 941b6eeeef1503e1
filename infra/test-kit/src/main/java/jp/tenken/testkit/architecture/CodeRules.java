package jp.tenken.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.axonframework.messaging.eventhandling.EventSink;
import org.axonframework.messaging.eventhandling.SimpleEventHandlingComponent;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventhandling.annotation.SequencingPolicy;

/** Rules about code, wherever it stands. */
final class CodeRules {

    private static final Pattern PLUGGED_INTO_AXON =
            Pattern.compile(
                    "jp\\.tenken\\.(eventstore\\.(axon|tck)|projections|storage\\.(sqlite|mongodb)|(kernel|runtime|command)(\\..*)?|testkit(\\.architecture)?|bench)");

    /** By name, because to name the class is what the rule forbids. */
    private static final String EVENT_GATEWAY =
            "org.axonframework.messaging.eventhandling.gateway.EventGateway";

    private CodeRules() {}

    /** Names that say nothing, or how instead of what. */
    static HouseRule namesSayWhat() {
        return HouseRule.of(
                "no class is called ...Impl, ...Manager, ...Util, ...Helper, ...Dto, Abstract... or I...",
                noClasses()
                        .should()
                        .haveNameMatching(
                                "(.*[.$])?(\\w+(Impl|Manager|Utils?|Helper|Dto|DTO)|Abstract[A-Z]\\w*|I[A-Z][a-z]\\w*)"));
    }

    /**
     * A thread that sleeps holds up whoever it serves, and a test that sleeps fails on a busy
     * machine.
     */
    static HouseRule nobodySleeps() {
        return HouseRule.of(
                "nobody calls Thread.sleep",
                noClasses()
                        .should(
                                access(
                                        "Thread.sleep",
                                        target ->
                                                target.getOwner().isEquivalentTo(Thread.class)
                                                        && target.getName().equals("sleep"))));
    }

    /** State that hangs on a thread is lost, or leaks, where work hops between threads. */
    static HouseRule noThreadLocal() {
        return HouseRule.of(
                "nobody uses a ThreadLocal",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo("java.lang.ThreadLocal"));
    }

    /** Who is to be heard writes to the log. */
    static HouseRule nobodyPrints() {
        return HouseRule.of(
                "nobody writes to System.out or System.err",
                noClasses()
                        .should(
                                access(
                                        "System.out and System.err",
                                        target ->
                                                target.getOwner().isEquivalentTo(System.class)
                                                        && Set.of("out", "err")
                                                                .contains(target.getName()))));
    }

    /** What is wired can be read in one place; nothing is injected behind its back. */
    static HouseRule nothingIsScannedOrInjectedIntoFields() {
        return HouseRule.of(
                "no class is a scanned component",
                noClasses()
                        .should()
                        .beAnnotatedWith("org.springframework.stereotype.Component")
                        .orShould()
                        .beAnnotatedWith("org.springframework.stereotype.Service")
                        .orShould()
                        .beAnnotatedWith("org.springframework.stereotype.Repository")
                        .orShould()
                        .beAnnotatedWith("org.springframework.stereotype.Controller")
                        .orShould()
                        .beAnnotatedWith("org.springframework.web.bind.annotation.RestController"));
    }

    /** As {@link #nothingIsScannedOrInjectedIntoFields}, for fields. */
    static HouseRule noFieldIsInjected() {
        return HouseRule.of(
                "no field is injected",
                noFields()
                        .should()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                        .orShould()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                        .orShould()
                        .beAnnotatedWith("jakarta.inject.Inject")
                        .orShould()
                        .beAnnotatedWith("jakarta.annotation.Resource"));
    }

    /**
     * A thread that waits without end is lost when the answer is. Engines' own threads and tests
     * know what they do; this is for what serves callers.
     */
    static HouseRule nobodyWaitsWithoutEnd() {
        return HouseRule.of(
                "nobody joins, gets or blocks without a time limit",
                noClasses().should(access("a wait without end", CodeRules::waitsWithoutEnd)));
    }

    private static boolean waitsWithoutEnd(AccessTarget target) {
        boolean future = target.getOwner().isAssignableTo(Future.class);
        boolean reactive = target.getOwner().getPackageName().startsWith("reactor.core");
        return (future && target.getFullName().matches(".*\\.(join|get)\\(\\)"))
                || (reactive
                        && target.getFullName()
                                .matches(
                                        ".*\\.(block|blockFirst|blockLast|toStream|toIterable)\\(\\)"));
    }

    /**
     * Axon 5.0.1 returns from a publication before its commit and swallows the failure when there
     * is no unit of work. Events come to be by commands only.
     */
    static HouseRule nobodyPublishesEventsPastACommand() {
        return HouseRule.of(
                "nobody publishes through an EventSink or an EventGateway",
                noClasses()
                        .should(
                                access(
                                        "EventSink.publish",
                                        target ->
                                                target.getName().equals("publish")
                                                        && (target.getOwner()
                                                                        .isAssignableTo(
                                                                                EventSink.class)
                                                                || target.getOwner()
                                                                        .isAssignableTo(
                                                                                EVENT_GATEWAY))))
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(EVENT_GATEWAY));
    }

    /**
     * Axon 5.0.1's default policy routes events by an object that is another one in every process;
     * events then fall between the segments.
     */
    static HouseRule everyEventHandlerHasASequencingPolicy() {
        return HouseRule.of(
                "no event handling component goes without an explicit sequencing policy",
                noClasses()
                        .should(handleEventsWithoutPolicy())
                        .orShould()
                        .callConstructor(SimpleEventHandlingComponent.class));
    }

    /** Axon's interfaces move from release to release; where none of it is known, nothing moves. */
    static HouseRule axonStaysWhereItIsUsed() {
        return HouseRule.of(
                "Axon is known to the packages that plug into it, to events and to slices",
                noClasses().should(knowAxonElsewhere()));
    }

    /**
     * An operation that is routed past the edge's endpoints has no line in the permission table.
     */
    static HouseRule nobodyRoutesPastAnEndpoint() {
        return HouseRule.of(
                "HTTP is served by endpoints only, which say who may call them",
                noClasses()
                        .that(
                                describe(
                                        "do not serve the endpoints",
                                        each -> !each.getSimpleName().equals("EndpointRegistry")))
                        .should()
                        .dependOnClassesThat(
                                describe(
                                        "route requests",
                                        each ->
                                                each.getName()
                                                        .matches(
                                                                "org\\.springframework\\.web\\..*\\.(RouterFunctions?|[A-Z][a-z]*Mapping)"))));
    }

    private static ArchCondition<JavaClass> knowAxonElsewhere() {
        return new ArchCondition<>("know Axon in other packages") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                if (PLUGGED_INTO_AXON.matcher(each.getPackageName()).matches()) {
                    return;
                }
                each.getDirectDependenciesFromSelf().stream()
                        .filter(
                                dependency ->
                                        dependency
                                                .getTargetClass()
                                                .getPackageName()
                                                .startsWith("org.axonframework"))
                        .forEach(
                                dependency ->
                                        events.add(
                                                new SimpleConditionEvent(
                                                        each, true, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> handleEventsWithoutPolicy() {
        return new ArchCondition<>("handle events without a sequencing policy") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                boolean ofTheClass = each.isAnnotatedWith(SequencingPolicy.class);
                each.getMethods().stream()
                        .filter(method -> method.isAnnotatedWith(EventHandler.class))
                        .forEach(
                                method ->
                                        events.add(
                                                new SimpleConditionEvent(
                                                        method,
                                                        !ofTheClass
                                                                && !method.isAnnotatedWith(
                                                                        SequencingPolicy.class),
                                                        method.getDescription()
                                                                + " has no sequencing policy")));
            }
        };
    }

    /** Reads, writes or calls such a target, or refers to it. */
    static ArchCondition<JavaClass> access(String what, Predicate<AccessTarget> target) {
        DescribedPredicate<JavaAccess<?>> predicate =
                describe(what, access -> target.test(access.getTarget()));
        return ArchConditions.accessTargetWhere(predicate).as("access " + what);
    }
}
