package jp.tenken.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/** Rules about time and chance. */
final class TimeRules {

    private static final Set<String> CHANCE =
            Set.of(
                    "java.util.Random",
                    "java.security.SecureRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.util.SplittableRandom");

    private TimeRules() {}

    /**
     * Time and chance come in at the edge; what decides gets them as values and can be repeated.
     */
    static HouseRule neitherTimeNorChance(DescribedPredicate<JavaClass> where) {
        return HouseRule.of(
                "neither the time nor chance is asked where " + where.getDescription(),
                noClasses()
                        .that(where)
                        .should(CodeRules.access("time or chance", TimeRules::asksTimeOrChance))
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(InstantSource.class));
    }

    /**
     * What time it is comes in through a clock, which a test can set; the machine's own is taken
     * once, where everything is put together.
     */
    static HouseRule timeIsAClocks() {
        return HouseRule.of(
                "nobody asks the machine what time it is",
                noClasses()
                        .should(CodeRules.access("the machine's time", TimeRules::asksTheMachine)));
    }

    private static boolean asksTheMachine(AccessTarget target) {
        JavaClass owner = target.getOwner();
        return target.getFullName().matches("java\\.time\\..*\\.now\\((java\\.time\\.ZoneId)?\\)")
                || (owner.getPackageName().equals("java.time")
                        && target.getName()
                                .matches(
                                        "system|system(UTC|DefaultZone)|tick(Millis|Seconds|Minutes)"))
                || (owner.isEquivalentTo(System.class)
                        && target.getName().equals("currentTimeMillis"))
                || target.getFullName().equals("java.util.Date.<init>()");
    }

    private static boolean asksTimeOrChance(AccessTarget target) {
        JavaClass owner = target.getOwner();
        String name = target.getName();
        return (owner.getPackageName().startsWith("java.time") && name.equals("now"))
                || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                || (owner.isEquivalentTo(System.class)
                        && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                || CHANCE.contains(owner.getName());
    }
}
