package jp.tenken.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.tenken.kernel.ContractId;
import jp.tenken.kernel.ContractorId;
import jp.tenken.kernel.DepartmentCode;
import jp.tenken.kernel.DerivedId;
import jp.tenken.kernel.ItemCode;
import jp.tenken.kernel.MetadataKeys;
import jp.tenken.kernel.MunicipalityCode;
import jp.tenken.kernel.TenantId;
import jp.tenken.kernel.checklist.Answer;
import jp.tenken.kernel.checklist.ChecklistOpened;
import jp.tenken.kernel.checklist.ItemDecided;
import jp.tenken.kernel.contract.ContractRegistered;
import jp.tenken.kernel.contract.Contractor;
import jp.tenken.kernel.contract.Period;
import jp.tenken.kernel.template.BuiltInTemplates;
import jp.tenken.kernel.template.TemplateWording;

/**
 * The documents of all benchmarks: the product's own events with the metadata that its commands
 * stamp, the same at every run.
 *
 * <p>Ten municipalities. A log is filled in waves: in each, {@value #ACTIVE} contracts live at the
 * same time and take turns, until each has {@value #CONTRACT_EVENTS} events. So an event's
 * neighbours in the log are other contracts' events, in a small log as in a large one.
 */
final class Workload {

    /** Events of one contract in a filled log. */
    static final int CONTRACT_EVENTS = 100;

    private static final int TENANTS = 10;
    private static final int ACTIVE = 100;

    /** Events after which every contract begun has all of its own. */
    static final int WAVE = ACTIVE * CONTRACT_EVENTS;

    private static final int APPENDED_CONTRACTS = 5_000;
    private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");
    private static final Period PERIOD =
            new Period(LocalDate.of(2026, 4, 1), LocalDate.of(2027, 3, 31));
    private static final List<String> TENANT_IDS =
            IntStream.range(0, TENANTS)
                    .mapToObj(i -> DerivedId.of("tenant", Integer.toString(131_000 + i)))
                    .toList();

    /** The municipality of {@link #decided}. */
    static final MunicipalityCode DECIDING = MunicipalityCode.of("131041");

    private static final String DECIDING_TENANT = TenantId.derivedFrom(DECIDING).value();

    /** The municipality with many contracts in {@link #listed}. */
    static final String MANY = TENANT_IDS.getFirst();

    /** The municipality with few contracts in {@link #listed}. */
    static final String FEW = TENANT_IDS.getLast();

    private static final List<ItemCode> ITEM_CODES =
            BuiltInTemplates.itemsOf(BuiltInTemplates.SHINJUKU, BuiltInTemplates.SHINJUKU_VERSION)
                    .stream()
                    .sorted()
                    .toList();
    private static final List<DepartmentCode> DEPARTMENTS =
            IntStream.rangeClosed(1, 20)
                    .mapToObj(i -> DepartmentCode.of("%04d".formatted(100 + i)))
                    .toList();

    private Workload() {}

    /**
     * An event to append.
     *
     * @param tenant whose
     * @param id of the event
     * @param payload an event record of the kernel
     * @param metadata as the command side stamps it
     * @param time when it happened
     * @param contract that it is about
     */
    record Sample(
            String tenant,
            String id,
            Record payload,
            Map<String, String> metadata,
            Instant time,
            ContractId contract) {}

    /** The event that a filled log has at position {@code n + 1}. */
    static Sample filled(long n) {
        long contract = n / WAVE * ACTIVE + n % ACTIVE;
        int step = (int) (n % WAVE / ACTIVE);
        return sample(n, contract, step);
    }

    /**
     * The n-th event appended to a filled log: decisions on {@value #APPENDED_CONTRACTS} further
     * contracts in turn, so that of appends under way at the same time no two are about the same.
     */
    static Sample appended(long n) {
        long contract = Integer.MAX_VALUE + n % APPENDED_CONTRACTS;
        int step = 2 + (int) (n / APPENDED_CONTRACTS % ITEM_CODES.size());
        return sample((1L << 40) + n, contract, step);
    }

    /**
     * The event at position {@code n + 1} of a log with two municipalities that have many contracts
     * and few: all are registered, then all have their checklists, and so on, so that every row has
     * as many versions. A tenth of the contracts is in each of ten departments.
     */
    static Sample listed(long n, long many, long few) {
        long number = n % (many + few);
        int step = (int) (n / (many + few));
        String tenant = number < many ? MANY : FEW;
        return sample(n, tenant, listedContract(number), step);
    }

    /**
     * The event at position {@code n + 1} of a log of one municipality with so many contracts,
     * which take turns.
     */
    static Sample decided(long n, long contracts) {
        return sample(n, DECIDING_TENANT, n % contracts, (int) (n / contracts));
    }

    /** The codes of the departments; contract {@code n} belongs to the {@code n % size}-th. */
    static List<String> departments() {
        return DEPARTMENTS.stream().map(DepartmentCode::value).toList();
    }

    /** The items of the checklist, in order. */
    static List<ItemCode> itemCodes() {
        return ITEM_CODES;
    }

    /** The contract number of the {@code number}-th of the contracts that are listed. */
    static String listedNumber(long number) {
        return contractNumber(listedContract(number));
    }

    /** The id of the {@code number}-th of the contracts that are listed. */
    static ContractId listedId(long number) {
        return contractId(listedContract(number));
    }

    /** The department of the {@code number}-th of the contracts that are listed. */
    static String listedDepartment(long number) {
        return department(listedContract(number)).value();
    }

    /** Every second number: their departments are every second one of the twenty. */
    private static long listedContract(long number) {
        return number * 2;
    }

    /** How many contracts of a filled log have all their events. */
    static long contracts(long events) {
        return events / WAVE * ACTIVE;
    }

    /** Whose contract it is. */
    static String tenantOf(long contract) {
        return TENANT_IDS.get((int) (contract % TENANTS));
    }

    /** The id of a contract by its number. */
    static ContractId contractId(long contract) {
        return ContractId.of(DerivedId.of("contract", Long.toString(contract)));
    }

    /** Where a contract's events stand in a filled log. */
    static List<Long> positions(long contract) {
        long first = contract / ACTIVE * WAVE + contract % ACTIVE + 1;
        List<Long> positions = new ArrayList<>(CONTRACT_EVENTS);
        for (int step = 0; step < CONTRACT_EVENTS; step++) {
            positions.add(first + (long) step * ACTIVE);
        }
        return positions;
    }

    private static Sample sample(long n, long contract, int step) {
        return sample(n, tenantOf(contract), contract, step);
    }

    private static String contractNumber(long contract) {
        return "R8-%06d".formatted(contract);
    }

    private static Sample sample(long n, String tenant, long contract, int step) {
        ContractId id = contractId(contract);
        Record payload = payload(id, contract, step);
        String resource =
                payload instanceof ItemDecided decided ? decided.itemCode().value() : id.value();
        Map<String, String> metadata =
                Map.of(
                        MetadataKeys.TENANT,
                        tenant,
                        MetadataKeys.ACTOR_SUBJECT,
                        "staff-%03d".formatted(contract % 300),
                        MetadataKeys.ACTOR_ROLE,
                        "department_staff",
                        MetadataKeys.ACTOR_DEPARTMENT,
                        department(contract).value(),
                        MetadataKeys.RESOURCE_ID,
                        resource,
                        MetadataKeys.RESOURCE_VERSION,
                        Integer.toString(1 + step / ITEM_CODES.size()),
                        MetadataKeys.CORRELATION_ID,
                        new UUID(n * 0x9E3779B97F4A7C15L, ~n).toString());
        return new Sample(
                tenant,
                new UUID(n, n * 0xC2B2AE3D27D4EB4FL).toString(),
                payload,
                metadata,
                START.plusMillis(n),
                id);
    }

    private static Record payload(ContractId id, long contract, int step) {
        return switch (step) {
            case 0 ->
                    new ContractRegistered(
                            id,
                            contractNumber(contract),
                            "住民情報システム運用保守業務委託 その%d".formatted(contract),
                            department(contract),
                            List.of(),
                            new Contractor(
                                    ContractorId.of("contractor-" + contract % 400),
                                    "株式会社受託%d".formatted(contract % 400),
                                    null),
                            PERIOD);
            case 1 ->
                    new ChecklistOpened(
                            id,
                            BuiltInTemplates.SHINJUKU,
                            BuiltInTemplates.SHINJUKU_VERSION,
                            TemplateWording.SHINJUKU);
            default ->
                    new ItemDecided(
                            id,
                            1,
                            ITEM_CODES.get(step % ITEM_CODES.size()),
                            step % 5 == 0 ? Answer.NOT_NEEDED : Answer.IMPLEMENT,
                            step % 5 == 0 ? "庁舎内の区の機器のみで作業するため。第%d回の確認による。".formatted(step) : null,
                            null,
                            step % 3 == 0 ? "契約書第12条、仕様書別紙%dを参照".formatted(step) : null);
        };
    }

    private static DepartmentCode department(long contract) {
        return DEPARTMENTS.get((int) (contract % DEPARTMENTS.size()));
    }
}
