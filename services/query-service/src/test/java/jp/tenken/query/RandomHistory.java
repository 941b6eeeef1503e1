package jp.tenken.query;

import static jp.tenken.query.Samples.ITEMS;
import static jp.tenken.query.Samples.allImplemented;
import static jp.tenken.query.Samples.approved;
import static jp.tenken.query.Samples.classified;
import static jp.tenken.query.Samples.closed;
import static jp.tenken.query.Samples.confirmed;
import static jp.tenken.query.Samples.consultation;
import static jp.tenken.query.Samples.discarded;
import static jp.tenken.query.Samples.erasureReport;
import static jp.tenken.query.Samples.facts;
import static jp.tenken.query.Samples.implement;
import static jp.tenken.query.Samples.incident;
import static jp.tenken.query.Samples.incidentClosed;
import static jp.tenken.query.Samples.incidentFacts;
import static jp.tenken.query.Samples.minus;
import static jp.tenken.query.Samples.opened;
import static jp.tenken.query.Samples.policyConsultation;
import static jp.tenken.query.Samples.reconfirmed;
import static jp.tenken.query.Samples.registered;
import static jp.tenken.query.Samples.renamed;
import static jp.tenken.query.Samples.revised;
import static jp.tenken.query.Samples.revision;
import static jp.tenken.query.Samples.sealed;
import static jp.tenken.query.Samples.submitted;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jp.tenken.kernel.ConsultationId;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.IncidentId;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistSentBack;
import jp.tenken.kernel.consultation.ConsultationAgreed;
import jp.tenken.kernel.consultation.ConsultationRefused;
import jp.tenken.kernel.contract.ClosureKind;
import jp.tenken.kernel.contract.ContractAmended;
import jp.tenken.kernel.contract.ContractTransferredToDepartment;
import jp.tenken.kernel.contract.ContractorNamed;
import jp.tenken.kernel.contract.Period;
import jp.tenken.kernel.incident.IncidentContract;
import jp.tenken.kernel.incident.IncidentFactsRevised;
import jp.tenken.kernel.incident.ReportableSituation;

/** What may happen in one municipality with three contracts, commit by commit. */
final class RandomHistory {

    private static final int CONTRACTS = 3;

    private final Random random;
    private final List<Course> courses = new ArrayList<>();
    private int incidents;
    private int consultations;

    /** How far a contract has come. */
    private static final class Course {
        private final String id;
        private boolean opened;
        private boolean submittedOnce;
        private int latest = 1;
        private int highest = 1;
        private int confirmedRevision;
        private String state = "draft";
        private String department = "0101";
        private boolean closed;

        Course(String id) {
            this.id = id;
        }
    }

    RandomHistory(Random random) {
        this.random = random;
        for (int i = 0; i < CONTRACTS; i++) {
            courses.add(new Course("c" + i));
        }
    }

    /** The next commit; its events fit what happened before. */
    Object[] next(Instant now) {
        Course course = courses.get(random.nextInt(CONTRACTS));
        if (!course.opened) {
            course.opened = true;
            return new Object[] {
                registered(course.id, "n" + course.id, "0101", "0102"), opened(course.id)
            };
        }
        return switch (random.nextInt(16)) {
            case 0 ->
                    new Object[] {
                        facts(
                                course.id,
                                "{\"usesCloudService\":%s}".formatted(random.nextBoolean()))
                    };
            case 1 -> new Object[] {renamed("0101", "課" + random.nextInt(9), "Division")};
            case 2 -> moved(course);
            case 3 -> incident(now);
            case 4 -> incidentChanged(now);
            case 5 -> consulted(course);
            case 6 -> outcome();
            case 7 -> evidence(course);
            case 8 -> ended(course);
            default -> checklist(course);
        };
    }

    private Object[] moved(Course course) {
        String to = course.department.equals("0101") ? "0103" : "0101";
        Object moved =
                new ContractTransferredToDepartment(
                        ContractId.of(course.id),
                        DepartmentCode.of(course.department),
                        DepartmentCode.of(to),
                        LocalDate.of(2026, 5, 1),
                        null);
        course.department = to;
        return new Object[] {
            moved,
            new ContractAmended(
                    ContractId.of(course.id),
                    "m" + random.nextInt(9) + course.id,
                    "件名",
                    new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31)),
                    "変更")
        };
    }

    private Object[] incident(Instant now) {
        String[] touched =
                courses.stream()
                        .filter(each -> each.opened)
                        .map(each -> each.id)
                        .toArray(String[]::new);
        int count = 1 + random.nextInt(touched.length);
        return new Object[] {
            Samples.incident("i" + incidents++, now.toString(), Arrays.copyOf(touched, count))
        };
    }

    private Object[] incidentChanged(Instant now) {
        if (incidents == 0) {
            return new Object[] {renamed("0101", "課", "Division")};
        }
        String id = "i" + random.nextInt(incidents);
        String[] touched = {"c0", "c1", "c2"};
        return switch (random.nextInt(3)) {
            case 0 ->
                    new Object[] {
                        classified(id, List.of(ReportableSituation.PROPERTY_DAMAGE_RISK), touched)
                    };
            case 1 ->
                    new Object[] {
                        new IncidentFactsRevised(
                                IncidentId.of(id),
                                2 + random.nextInt(9),
                                Arrays.stream(touched)
                                        .map(
                                                each ->
                                                        new IncidentContract(
                                                                ContractId.of(each),
                                                                random.nextInt(90)))
                                        .toList(),
                                incidentFacts(now.toString()))
                    };
            default -> new Object[] {incidentClosed(id, touched)};
        };
    }

    private Object[] consulted(Course course) {
        String id = "k" + consultations++;
        return new Object[] {
            random.nextBoolean()
                    ? consultation(id, course.id, "SYS-11")
                    : policyConsultation(id, course.id, "p1")
        };
    }

    private Object[] outcome() {
        if (consultations == 0) {
            return new Object[] {
                new ContractorNamed(ContractorId.ofName("株式会社テスト"), "改称" + random.nextInt(9), null)
            };
        }
        ConsultationId id = ConsultationId.of("k" + random.nextInt(consultations));
        ContractId contract = ContractId.of("c" + random.nextInt(CONTRACTS));
        return new Object[] {
            random.nextBoolean()
                    ? new ConsultationRefused(id, contract, sealed("no"))
                    : new ConsultationAgreed(
                            id, contract, 1, sealed("yes"), List.of(), LocalDate.of(2026, 6, 1))
        };
    }

    private Object[] evidence(Course course) {
        return new Object[] {erasureReport(course.id, "e" + random.nextInt(1_000_000))};
    }

    private Object[] ended(Course course) {
        if (course.closed || random.nextInt(4) > 0) {
            return checklist(course);
        }
        course.closed = true;
        return new Object[] {closed(course.id, ClosureKind.COMPLETED, "2026-04-10")};
    }

    private Object[] checklist(Course course) {
        String item = ITEMS.get(random.nextInt(4)).value();
        int revision = course.latest;
        switch (course.state) {
            case "draft" -> {
                if (!course.submittedOnce && random.nextInt(4) > 0) {
                    return new Object[] {
                        random.nextBoolean()
                                ? implement(course.id, item)
                                : minus(course.id, item, "理由" + random.nextInt(9))
                    };
                }
                if (!course.submittedOnce) {
                    course.submittedOnce = true;
                    course.state = "submitted";
                    List<Object> events = new ArrayList<>(List.of(allImplemented(course.id)));
                    events.add(submitted(course.id, revision));
                    return events.toArray();
                }
                int what = random.nextInt(4);
                if (what == 0 && revision > 1) {
                    course.latest = course.confirmedRevision;
                    course.state = "confirmed";
                    return new Object[] {discarded(course.id, revision)};
                }
                if (what == 1) {
                    course.state = "submitted";
                    return new Object[] {submitted(course.id, revision)};
                }
                return new Object[] {
                    what == 2
                            ? reconfirmed(course.id, revision, item)
                            : revised(
                                    course.id,
                                    revision,
                                    item,
                                    Answer.NOT_NEEDED,
                                    "改定" + random.nextInt(9))
                };
            }
            case "submitted" -> {
                boolean back = random.nextInt(4) == 0;
                course.state = back ? "draft" : "approved";
                return new Object[] {
                    back
                            ? new ChecklistSentBack(
                                    ContractId.of(course.id), revision, sealed("back"), null)
                            : approved(course.id, revision)
                };
            }
            case "approved" -> {
                course.state = "confirmed";
                course.confirmedRevision = revision;
                return new Object[] {
                    confirmed(course.id, revision, "2026-04-0" + (1 + random.nextInt(9)))
                };
            }
            default -> {
                course.state = "draft";
                course.highest++;
                course.latest = course.highest;
                return new Object[] {revision(course.id, course.latest)};
            }
        }
    }
}
