package jp.tenken.kernel.incident;

import java.time.LocalDate;
import java.util.List;

/**
 * What the law asks of whoever learns of a reportable situation, from one day on. Laws change: a
 * new line is added, none is altered, because an incident is measured by what held when it was
 * learned of.
 *
 * <p>Days are counted with the day of learning as day 1.
 *
 * @param validFrom first day of learning to which these limits apply
 * @param preliminaryFromDay first day of the guide for the preliminary report (速報)
 * @param preliminaryToDay last day of that guide
 * @param finalDay last day of the final report (確報)
 * @param finalDayWrongfulPurpose the same for {@link ReportableSituation#WRONGFUL_PURPOSE}
 * @param personsAbove more persons than this make it {@link
 *     ReportableSituation#MORE_THAN_100_PERSONS}
 * @param basis the articles, in Japanese
 */
public record ReportingLimits(
        LocalDate validFrom,
        int preliminaryFromDay,
        int preliminaryToDay,
        int finalDay,
        int finalDayWrongfulPurpose,
        int personsAbove,
        String basis) {

    /** Every set of limits, the earliest first. */
    public static final List<ReportingLimits> ALL =
            List.of(
                    new ReportingLimits(
                            LocalDate.of(2023, 4, 1),
                            3,
                            5,
                            30,
                            60,
                            100,
                            "個人情報の保護に関する法律第68条第1項、個人情報の保護に関する法律施行規則第43条・第44条"));

    /**
     * The limits for what was learned of on this day. Before the first of them ordinances applied,
     * of which nothing is known here; the first ones are the guide then.
     */
    public static ReportingLimits on(LocalDate learned) {
        ReportingLimits found = ALL.getFirst();
        for (ReportingLimits limits : ALL) {
            if (!limits.validFrom().isAfter(learned)) {
                found = limits;
            }
        }
        return found;
    }
}
