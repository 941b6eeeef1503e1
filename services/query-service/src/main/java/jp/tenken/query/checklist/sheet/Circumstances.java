package jp.tenken.query.checklist.sheet;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import jp.tenken.kernel.contract.ContractFacts;
import org.jspecify.annotations.Nullable;

/**
 * What hints look at besides answers.
 *
 * @param facts as declared last
 * @param lastDay of the contract: of its period, or the day on which it was closed before or after
 *     that; null where it was closed without ever being performed, so that nothing is to be erased
 * @param erasureReports ids of referenced erasure reports
 */
public record Circumstances(
        ContractFacts facts, @Nullable LocalDate lastDay, Set<String> erasureReports) {

    /** Copies the set, in the order of the ids: equal rows look the same, whoever wrote them. */
    public Circumstances {
        erasureReports = Collections.unmodifiableSet(new TreeSet<>(erasureReports));
    }

    Circumstances reports(UnaryOperator<Set<String>> change) {
        return new Circumstances(facts, lastDay, change.apply(new TreeSet<>(erasureReports)));
    }
}
