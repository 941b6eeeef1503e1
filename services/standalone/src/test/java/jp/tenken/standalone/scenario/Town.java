package jp.tenken.standalone.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A municipality with its departments and the people who work there. */
final class Town {

    /** Every item of the form. */
    static final List<String> ITEMS =
            Stream.concat(
                            IntStream.rangeClosed(1, 11).mapToObj("OPS-%02d"::formatted),
                            IntStream.rangeClosed(1, 13).mapToObj("SYS-%02d"::formatted))
                    .toList();

    private final Program program;
    private final String code;
    private final AtomicLong sequence = new AtomicLong();
    private final Map<String, Person> people = new HashMap<>();

    /** Onboards it and registers its departments. */
    Town(Program program, String code, String nameJa, String nameEn, List<String> departments)
            throws Exception {
        this.program = program;
        this.code = code;
        person("operator", List.of(), List.of())
                .puts(
                        "",
                        "{\"nameJa\":\"%s\",\"nameEn\":\"%s\",\"kind\":\"special_ward\"}"
                                .formatted(nameJa, nameEn));
        for (String department : departments) {
            administrator()
                    .puts(
                            "/departments/" + department,
                            "{\"nameJa\":\"第%s課\",\"nameEn\":\"Section %s\"}"
                                    .formatted(department, department));
        }
    }

    /** Its code. */
    String code() {
        return code;
    }

    /** The highest sequence that anybody there was told. */
    long sequence() {
        return sequence.get();
    }

    /** Who keeps the checklists of a department. */
    Person staff(String department) throws Exception {
        return person("department-staff", List.of(department), List.of());
    }

    /** Who leads a department. */
    Person head(String department) throws Exception {
        return person("department-head", List.of(department), List.of());
    }

    /** Who answers for the security of all. */
    Person officer() throws Exception {
        return person("security-officer", List.of(), List.of());
    }

    /** Who keeps departments and paths. */
    Person administrator() throws Exception {
        return person("administrator", List.of(), List.of());
    }

    /** The program that follows the feed. */
    Person integrator() throws Exception {
        return person("integrator", List.of(), List.of());
    }

    /** Somebody at a contractor's. */
    Person contractor(String contractorId) throws Exception {
        return person("contractor", List.of(), List.of(contractorId));
    }

    /** An auditor of this town and of another one. */
    Person auditorOf(Town other) throws Exception {
        return new Person(
                program,
                code,
                program.token(
                        "auditor-" + code,
                        List.of(code, other.code),
                        "auditor",
                        List.of(),
                        List.of()),
                sequence);
    }

    /** Registers a contract; nothing is decided yet. */
    Contract contract(String department, String number, String contractor, String facts)
            throws Exception {
        JsonNode registered =
                staff(department)
                        .posts(
                                "/contracts",
                                """
                                {"contractNumber":"%s","title":"業務委託 %s","departmentCode":"%s",
                                 "contractor":{"name":"%s"},
                                 "period":{"from":"2026-04-01","to":"2027-03-31"},"facts":%s}
                                """
                                        .formatted(number, number, department, contractor, facts));
        String id = registered.path("id").asString();
        JsonNode answer = staff(department).reads("/contracts/" + id);
        return new Contract(
                id, department, answer.path("contractor").path("contractorId").asString());
    }

    /** Every item is to be implemented but these, which stay blank. */
    void decided(Contract contract, String... but) throws Exception {
        String decisions =
                ITEMS.stream()
                        .filter(item -> !List.of(but).contains(item))
                        .map("{\"itemCode\":\"%s\",\"answer\":\"implement\"}"::formatted)
                        .collect(Collectors.joining(",", "{\"decisions\":[", "]}"));
        staff(contract.department()).posts(contract.at("/checklist/decisions"), decisions);
    }

    /** Handed in by one, approved by another, confirmed by a third. */
    void reviewed(Contract contract) throws Exception {
        staff(contract.department()).posts(contract.at("/checklist/submission"), "{}");
        head(contract.department()).posts(contract.at("/checklist/approval"), "{}");
        officer().posts(contract.at("/checklist/confirmation"), "{}");
    }

    /** A contract whose first checklist is in force from today. */
    Contract running(String department, String number, String contractor, String facts)
            throws Exception {
        Contract contract = contract(department, number, contractor, facts);
        decided(contract);
        reviewed(contract);
        return contract;
    }

    private Person person(String role, List<String> departments, List<String> contractors)
            throws Exception {
        String subject = String.join("-", role, code, String.join("-", departments));
        String key = subject + contractors;
        Person known = people.get(key);
        if (known != null) {
            return known;
        }
        Person person =
                new Person(
                        program,
                        code,
                        program.token(
                                subject,
                                List.of(code),
                                role,
                                departments.stream().map(each -> code + "/" + each).toList(),
                                contractors),
                        sequence);
        people.put(key, person);
        return person;
    }
}
