package jp.tenken.standalone;

import static jp.tenken.standalone.TryOutPeople.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.standalone.TryOutDates.Days;
import jp.tenken.standalone.TryOutPeople.Person;
import jp.tenken.standalone.TryOutPeople.Step;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/**
 * A ward of the try-out, its three people, and what they do with any contract. Who submits, who
 * approves and who confirms is somebody else each time.
 */
final class TryOutWard {

    private static final String SAMPLE = "/samples/checklist-shinjuku.md";

    /**
     * What is known of a contract when it is registered.
     *
     * @param number in the ward, never used twice there
     * @param title what the work is, without the mark of a sample
     * @param department in charge
     * @param contractor its name
     * @param days how long it runs
     */
    record Terms(String number, String title, String department, String contractor, Days days) {

        String marked() {
            return "【見本】" + title;
        }
    }

    /**
     * A contract that is there.
     *
     * @param number in the ward
     * @param path of the resource
     */
    record Registered(String number, String path) {}

    private final TryOutPeople people;
    private final String code;
    private final String path;
    private final Person staff;
    private final Person head;
    private final Person officer;

    /**
     * Of this municipality.
     *
     * @param departments codes; staff and head belong to all of them
     */
    TryOutWard(TryOutPeople people, String code, List<String> departments) {
        this.people = people;
        this.code = code;
        this.path = "/v1/municipalities/" + code;
        List<String> all = departments.stream().map(each -> code + "/" + each).toList();
        this.staff = new Person("tanaka", "田中", "department-staff", List.of(code), all);
        this.head = new Person("suzuki", "鈴木", "department-head", List.of(code), all);
        this.officer = new Person("sato", "佐藤", "security-officer", List.of(code), List.of());
    }

    /** A contract with a blank checklist. */
    Mono<Registered> registered(Terms terms) {
        return people.does(
                        staff,
                        Step.post(
                                name("register-" + terms.number()),
                                path + "/contracts",
                                body(
                                        "contractNumber", terms.number(),
                                        "title", terms.marked(),
                                        "departmentCode", terms.department(),
                                        "contractor", Map.of("name", terms.contractor()),
                                        "period", terms.days())))
                .map(id -> at(terms, id));
    }

    /** A contract whose checklist is the sample, a filled form. */
    Mono<Registered> imported(Terms terms) {
        Map<String, Object> parameters =
                body(
                        "departmentCode", terms.department(),
                        "contractNumber", terms.number(),
                        "title", terms.marked(),
                        "contractor", terms.contractor(),
                        "from", terms.days().from(),
                        "to", terms.days().to());
        String query =
                parameters.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue().toString()))
                        .collect(Collectors.joining("&"));
        return people.does(
                        staff,
                        new Step(
                                name("import-" + terms.number()),
                                HttpMethod.POST,
                                path + "/contracts/import?" + query,
                                sample()))
                .map(id -> at(terms, id));
    }

    /** Every item is to be implemented. */
    Mono<Registered> decided(Registered contract) {
        List<Map<String, Object>> all =
                BuiltInTemplates.itemsOf(
                                BuiltInTemplates.SHINJUKU, BuiltInTemplates.SHINJUKU_VERSION)
                        .stream()
                        .sorted()
                        .map(item -> body("itemCode", item.value(), "answer", "implement"))
                        .toList();
        return at(staff, contract, "decide", "/checklist/decisions", body("decisions", all));
    }

    /** One item is decided. */
    Mono<Registered> decided(Registered contract, String item, Map<String, Object> answer) {
        return people.does(
                        staff,
                        new Step(
                                name(item + "-" + contract.number()),
                                HttpMethod.PUT,
                                contract.path() + "/checklist/items/" + item + "/decision",
                                answer))
                .thenReturn(contract);
    }

    /** A revision is handed in. */
    Mono<Registered> submitted(Registered contract, int revision) {
        return review(staff, contract, revision, "submission", Map.of());
    }

    /** A revision is handed in, approved and confirmed, by three people. */
    Mono<Registered> confirmed(Registered contract, int revision, LocalDate effectiveOn) {
        return submitted(contract, revision)
                .then(review(head, contract, revision, "approval", Map.of()))
                .then(
                        review(
                                officer,
                                contract,
                                revision,
                                "confirmation",
                                body("effectiveOn", effectiveOn)));
    }

    private Mono<Registered> review(
            Person person,
            Registered contract,
            int revision,
            String step,
            Map<String, Object> said) {
        return at(person, contract, step + "-" + revision, "/checklist/" + step, said);
    }

    /**
     * The staff opens something about a contract: an incident, a consultation.
     *
     * @param what as the path calls it
     * @return its id
     */
    Mono<String> opened(Registered contract, String what, Map<String, Object> said) {
        return people.does(
                staff,
                Step.post(
                        name(what + "-" + contract.number()), contract.path() + "/" + what, said));
    }

    /** The head agrees in a consultation. */
    Mono<String> settled(String consultation, Map<String, Object> said) {
        return people.does(
                head,
                Step.post(
                        name("agreement-" + consultation),
                        path + "/consultations/" + consultation + "/agreement",
                        said));
    }

    /** A contract ends. */
    Mono<Registered> closed(Registered contract, Map<String, Object> said) {
        return at(staff, contract, "closure", "/closure", said);
    }

    private Mono<Registered> at(
            Person person,
            Registered contract,
            String step,
            String below,
            Map<String, Object> said) {
        return people.does(
                        person,
                        Step.post(
                                name(step + "-" + contract.number()),
                                contract.path() + below,
                                said))
                .thenReturn(contract);
    }

    private Registered at(Terms terms, String id) {
        return new Registered(terms.number(), path + "/contracts/" + id);
    }

    private String name(String step) {
        return step + "-" + code;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] sample() {
        try (InputStream in = TryOutWard.class.getResourceAsStream(SAMPLE)) {
            if (in == null) {
                throw new IllegalStateException("no " + SAMPLE + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
