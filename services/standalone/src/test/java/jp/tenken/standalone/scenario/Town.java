package jp.tenken.standalone.scenario;

import java.util.ArrayList;
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
    private final List<String> departments;
    private final List<Contract> contracts = new ArrayList<>();

    /** Onboards it and registers its departments. */
    Town(Program program, String code, String nameJa, String nameEn, List<String> departments)
            throws Exception {
        this.program = program;
        this.code = code;
        this.departments = departments;
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

    /** Codes of its departments. */
    List<String> departments() {
        return departments;
    }

    /** Every contract that was registered, oldest first. */
    List<Contract> contracts() {
        return contracts;
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
        return known(
                "auditor-" + code,
                "auditor-" + code,
                "auditor",
                List.of(code, other.code),
                List.of(),
                List.of());
    }

    /** Somebody else who keeps the checklists of a department. */
    Person colleague(String department, int number) throws Exception {
        String subject = "colleague-%s-%s-%d".formatted(code, department, number);
        return known(
                subject,
                subject,
                "department-staff",
                List.of(code),
                List.of(department),
                List.of());
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
        Contract contract =
                new Contract(
                        id,
                        number,
                        department,
                        answer.path("contractor").path("contractorId").asString());
        contracts.add(contract);
        return contract;
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

    /** Somebody hands a checklist in. */
    void submits(Contract contract) throws Exception {
        staff(contract.department()).posts(contract.at("/checklist/submission"), "{}");
    }

    /** Somebody else approves it. */
    void approves(Contract contract) throws Exception {
        head(contract.department()).posts(contract.at("/checklist/approval"), "{}");
    }

    /**
     * A third one confirms it.
     *
     * @param terms as a JSON object; empty = it is in force from today
     */
    void confirms(Contract contract, String terms) throws Exception {
        officer().posts(contract.at("/checklist/confirmation"), terms);
    }

    /** A contract whose first checklist is in force from today. */
    Contract running(String department, String number, String contractor, String facts)
            throws Exception {
        Contract contract = contract(department, number, contractor, facts);
        decided(contract);
        submits(contract);
        approves(contract);
        confirms(contract, "{}");
        return contract;
    }

    private Person person(String role, List<String> departments, List<String> contractors)
            throws Exception {
        String subject = String.join("-", role, code, String.join("-", departments));
        return known(subject + contractors, subject, role, List.of(code), departments, contractors);
    }

    private Person known(
            String key,
            String subject,
            String role,
            List<String> codes,
            List<String> departments,
            List<String> contractors)
            throws Exception {
        Person known = people.get(key);
        if (known == null) {
            String token =
                    program.token(
                            subject,
                            codes,
                            role,
                            departments.stream().map(each -> code + "/" + each).toList(),
                            contractors);
            known = new Person(program, code, token, sequence);
            people.put(key, known);
        }
        return known;
    }
}
