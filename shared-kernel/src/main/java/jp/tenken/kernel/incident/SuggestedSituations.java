package jp.tenken.kernel.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.tenken.kernel.calendar.JapaneseCalendar;
import jp.tenken.kernel.contract.ContractFacts;

/**
 * Which reportable situations the known facts suggest. People classify; this only reminds, and what
 * it does not name may still be one.
 */
public final class SuggestedSituations {

    private SuggestedSituations() {}

    /**
     * The suggested situations, in the order of the law.
     *
     * @param facts what is known of the incident
     * @param contracts the contracts concerned, with the persons under each; they add up, and an
     *     unknown number counts as none
     * @param declared the facts of these contracts, as far as anybody declared them
     */
    public static List<ReportableSituation> of(
            IncidentFacts facts,
            Collection<IncidentContract> contracts,
            Collection<ContractFacts> declared) {
        if (Boolean.TRUE.equals(facts.encrypted())) {
            return List.of();
        }
        List<ReportableSituation> suggested = new ArrayList<>();
        if (declared.stream()
                .anyMatch(of -> Boolean.TRUE.equals(of.handlesSpecialCareInformation()))) {
            suggested.add(ReportableSituation.SPECIAL_CARE_INFORMATION);
        }
        ReportingLimits limits = ReportingLimits.on(JapaneseCalendar.dayOf(facts.learnedAt()));
        if (persons(contracts) > limits.personsAbove()) {
            suggested.add(ReportableSituation.MORE_THAN_100_PERSONS);
        }
        return List.copyOf(suggested);
    }

    private static long persons(Collection<IncidentContract> contracts) {
        long sum = 0;
        for (IncidentContract contract : contracts) {
            Integer persons = contract.personsEstimate();
            sum += persons == null ? 0 : persons;
        }
        return sum;
    }
}
